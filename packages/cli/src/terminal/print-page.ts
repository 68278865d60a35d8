import { resolve } from 'node:path';
import type { Io } from '../io.ts';
import { openOutput } from './output-file.ts';
import { usesColour, widthOf } from './terminal.ts';

/** Where a page goes and how it may look there, as the command line says. */
export interface PageOptions {
  readonly output?: string;
  readonly color?: boolean;
}

/** What a page must know of the place that it is printed to. */
export interface PageShape {
  readonly width: number;
  readonly colour: boolean;
}

/** Prints one page, to the file that is named or to standard output, in the shape that fits there. */
export async function printPage(
  { output: file, color }: PageOptions,
  io: Io,
  write: (shape: PageShape) => Promise<string>,
): Promise<void> {
  const output = openOutput(file === undefined ? undefined : resolve(io.cwd, file), io.stdout);
  try {
    output.write(
      await write({
        width: widthOf(output.isTerminal ? io.stdout : undefined, io.env),
        colour: usesColour(color, output.isTerminal, io.env),
      }),
    );
  } finally {
    output.close();
  }
}
