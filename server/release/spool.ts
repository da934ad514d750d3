import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { setImmediate as turn } from 'node:timers/promises';
import type { CorpusRow } from '../../shared/formats/corpus/row.ts';
import type { ReleaseContents } from '../../shared/release/manifest.ts';
import type { ReleaseRecipe } from '../../shared/release/recipe.ts';
import { type Exclusion, exclusions, selection } from '../../shared/release/selection.ts';
import { type Split, splits } from '../../shared/release/splits.ts';
import { statisticsTally } from '../../shared/release/statistics.ts';
import type { Context } from '../context.ts';
import { markOf } from '../db/mark.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { documentPages } from '../export/rows.ts';
import type { ReleaseSources } from './sources.ts';

/** The rows of a release, chosen and divided, on disk: each of the formats reads them from there. */
export interface Spool extends Pick<ReleaseContents, 'statistics' | 'splits' | 'excluded'> {
  /** `null` alone where the release is not divided. */
  readonly parts: readonly (Split | null)[];
  rows(part: Split | null): AsyncIterable<CorpusRow>;
}

/** Lines are written, and others served, when so many characters have come together. */
const BLOCK = 262_144;

/** No longer is worked without serving others, in milliseconds. */
const LONGEST = 5;

/** Reads the documents of a release once, and keeps in `folder` what it takes of them. Memory holds a page of rows, the words that
 *  differ and what is needed to find near-duplicates. Throws `UnknownRecord` for a version that is not there, or is another one since
 *  an older copy of the data was put back. */
export async function spoolRows(
  ctx: Context,
  recipe: ReleaseRecipe,
  sources: ReleaseSources,
  folder: string,
  { signal, progress }: { readonly signal: AbortSignal; progress(share: number): void },
): Promise<Spool> {
  const parts: readonly (Split | null)[] = recipe.splits
    ? splits.filter((split) => recipe.documents.some((document) => document.split === split))
    : [null];
  const file = (part: Split | null) => join(folder, `rows-${part ?? 'all'}`);
  const tallies = new Map(parts.map((part) => [part, statisticsTally()]));
  const whole = statisticsTally();
  const excluded = new Map<Exclusion, number>();
  const choice = selection(recipe.filters, recipe.duplicates);
  const handles = new Map<Split | null, FileHandle>();
  let begun = performance.now();
  try {
    for (const part of parts) handles.set(part, await open(file(part), 'w'));
    for (const [index, document] of recipe.documents.entries()) {
      const { id, title, version, mark, split } = document;
      const now = await markOf(ctx.store.db, id, version);
      if (now === undefined || now !== mark) throw new UnknownRecord('version', `${id} ${version}`);
      const found = await sources.findings(document);
      let block = '';
      for await (const page of documentPages(ctx, { id, title, version, names: sources.names })) {
        for (const row of page) {
          // Words are counted and texts compared on the thread that serves everybody.
          if (performance.now() - begun > LONGEST) {
            await turn();
            begun = performance.now();
          }
          const reason = choice.exclusion(row, found);
          if (reason !== null) {
            excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
            continue;
          }
          whole.add(row);
          tallies.get(split)?.add(row);
          block += `${JSON.stringify(row)}\n`;
        }
        if (block.length < BLOCK) continue;
        await handles.get(split)?.appendFile(block);
        block = '';
        signal.throwIfAborted();
      }
      await handles.get(split)?.appendFile(block);
      signal.throwIfAborted();
      await turn();
      progress((index + 1) / recipe.documents.length);
    }
  } finally {
    for (const handle of handles.values()) await handle.close();
  }
  return {
    parts,
    statistics: whole.statistics(),
    splits: recipe.splits ? Object.fromEntries(parts.map((part) => [part ?? '', tallies.get(part)?.statistics()])) : {},
    excluded: Object.fromEntries(
      exclusions.flatMap((each) => (excluded.has(each) ? [[each, excluded.get(each)]] : [])),
    ),
    rows: (part) => readRows(file(part)),
  };
}

async function* readRows(path: string): AsyncGenerator<CorpusRow> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const bytes of createReadStream(path, { highWaterMark: 65_536 })) {
    const lines = (rest + decoder.write(bytes as Buffer)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as CorpusRow;
  }
}
