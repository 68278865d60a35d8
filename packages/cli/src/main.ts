#!/usr/bin/env node
import module from 'node:module';
import v8 from 'node:v8';

const argv = process.argv.slice(2);
module.enableCompileCache?.();
// A third less memory for a long draft, at a few hundredths of its time: what is short-lived gets no more room than at first.
v8.setFlagsFromString('--semi-space-growth-factor=1');
if (Number.parseInt(process.versions.node, 10) < 22) {
  process.stderr.write(`poclint: Node 22 or newer is needed; this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
} else if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  // The version is asked for by scripts and editors at every start: nothing else is loaded for it.
  const { version } = await import('./installation.ts');
  process.stdout.write(`${version()}\n`);
} else {
  const { runProcess } = await import('./process.ts');
  await runProcess(argv);
}
