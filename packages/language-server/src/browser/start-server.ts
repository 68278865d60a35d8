import type { RuleSet } from '@poclint/core';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { decodeBase64 } from '../protocol/base64.ts';
import { REQUESTS } from '../protocol/requests.ts';
import { serve } from '../protocol/server.ts';
import { BrowserSurroundings } from '../surroundings/browser-surroundings.ts';

/** A worker's own end of the channel to its page. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0] &
  ConstructorParameters<typeof BrowserMessageWriter>[0];

/** Serves the page that started this worker. */
export function startServer(ruleSet: RuleSet, version: string): void {
  const scope = globalThis as unknown as WorkerScope;
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  serve(connection, version, (_folders, _abilities, locale) => {
    const read = async (uri: string): Promise<Uint8Array | undefined> => {
      const content: string | null = await connection.sendRequest(REQUESTS.readFile, { uri });
      return content === null ? undefined : decodeBase64(content);
    };
    return new BrowserSurroundings(ruleSet, read, locale);
  });
}
