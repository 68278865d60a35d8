#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

enableCompileCache();
const argv = process.argv.slice(2);
// The version is asked for by scripts and editors at every start: nothing else is loaded for it.
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  const { version } = await import('./installation.ts');
  process.stdout.write(`${version()}\n`);
} else {
  const { runProcess } = await import('./process.ts');
  await runProcess(argv);
}
