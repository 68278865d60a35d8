// Sends random edits to a started server and holds what it shows against reviews that remember nothing; watches its memory.
// Usage: node bench/edits.ts [edits]
import { readFileSync } from 'node:fs';
import { CEASEFIRE, CEASEFIRE_URI } from '../test/drafts.ts';
import { freshFindings, shownFindings } from '../test/fresh-review.ts';
import { RandomEditor } from '../test/random-edits.ts';
import { StartedServer } from '../test/started-server.ts';

const EDITS = Number(process.argv[2] ?? 10_000);
const COMPARED = 100;

const server = await StartedServer.start();
const editor = new RandomEditor(CEASEFIRE, 7);
await server.open(CEASEFIRE_URI, CEASEFIRE);
await server.request('poclint/choose', { uri: CEASEFIRE_URI, asked: true });
let different = 0;
let compared = 0;
for (let edit = 1; edit <= EDITS; edit++) {
  const version = edit + 1;
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: CEASEFIRE_URI, version },
    contentChanges: [editor.next()],
  });
  const diagnostics = await server.diagnostics(CEASEFIRE_URI, version);
  if (edit % COMPARED === 0 || edit === EDITS) {
    compared++;
    const expected = freshFindings('/drafts/ceasefire.md', editor.text);
    if (JSON.stringify(shownFindings(diagnostics)) !== JSON.stringify(expected)) different++;
  }
  if (edit % (EDITS / 10) === 0) console.log(`${edit} edits, ${memoryOf(server.child.pid)} MB resident`);
}
console.log(
  `${compared} compared with a fresh review, ${different} different; ${server.messages.length} messages, ${server.stderr.length} characters on standard error`,
);
await server.stop();
process.exitCode = different === 0 ? 0 : 1;

function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
