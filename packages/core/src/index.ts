export * from './report/report.ts';
export * from './rule/rule.ts';
export * from './source/source.ts';
export * from './span.ts';
