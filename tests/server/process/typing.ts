import { closeContext, openContext } from '../../../server/context.ts';
import { openWriter } from '../writer.ts';
import type { Typing } from './child.ts';

/*
 * The program that `child.ts` starts: it says each word on standard output once the server has acknowledged it.
 */
const { place, document, client, segment, words } = JSON.parse(process.argv[2] ?? '') as Typing;
const ctx = await openContext(place);
const writer = await openWriter(ctx, document, client);
for (let word = 0; word < words; ) {
  const text = `${client}-${word} `;
  const result = await writer.type(segment, text);
  if (result.ok) {
    process.stdout.write(`${text.trim()}\n`);
    word += 1;
    continue;
  }
  if (result.reason !== 'stale') throw new Error(JSON.stringify(result));
  await writer.catchUp();
}
await closeContext(ctx);
