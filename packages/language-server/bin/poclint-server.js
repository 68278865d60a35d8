#!/usr/bin/env node
// Plain JavaScript, because it has to run before the first TypeScript file is loaded: with the compile cache on, Node
// strips and compiles each source file once and not at every start.
import module from 'node:module';

module.enableCompileCache?.();
await import('../src/node/main.ts');
