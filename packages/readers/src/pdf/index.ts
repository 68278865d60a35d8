export { annotatePdf, type PagePlace, type PdfAnnotation, placesOf } from './annotations.ts';
export { type PdfOptions, readPdf } from './reader.ts';
export type { RecognitionLanguage, RecognitionOptions } from './recognition.ts';
