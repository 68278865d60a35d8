export * from './source/source.ts';
export * from './span.ts';
