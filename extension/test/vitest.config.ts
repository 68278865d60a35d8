import { defineConfig } from 'vitest/config';

// The workbench tests run one after the other: each has an editor and a browser of its own.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['workbench/*.test.ts'],
    globalSetup: ['workbench/installed-extension.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    // A workbench swallows a key or a click now and then; what fails twice in a row is no such thing.
    retry: 1,
    // What breaks the first tests mostly breaks all of them, each after minutes of patience.
    bail: 5,
  },
});
