// The package has these types, but not where its exports lead.
declare module '@messageformat/core/compile-module.js' {
  export default function compileModule(compiler: object, messages: object): string;
}
