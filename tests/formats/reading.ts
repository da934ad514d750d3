import type { Problem } from '../../shared/core/problem.ts';
import type { CorpusRow, Format } from '../../shared/formats/corpus/row.ts';
import { type ReadFormat, readers } from '../../shared/formats/formats.ts';
import { anyRow } from './rows.ts';

/** Formats that another one's reader reads. */
const others: Partial<Record<Format, ReadFormat>> = {
  'conll-iob1': 'conll',
  'conll-iobes': 'conll',
  'conllu-plus': 'conllu',
};

/** The format as which what is written in `format` is read; `null` where there is no reader for it. */
export function readableAs(format: Format): ReadFormat | null {
  return others[format] ?? (Object.hasOwn(readers, format) ? (format as ReadFormat) : null);
}

/** What a reader makes of files in pieces of `size`; `stem` is how their names begin. */
export async function readBack(format: ReadFormat, texts: readonly string[], size = 7, stem = 'statements') {
  const rows: CorpusRow[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const files = texts.map((text, index) => ({
    name: `${stem}.${readers[format].files[index] ?? 'x'}`,
    pieces: (async function* () {
      for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
    })(),
  }));
  for await (const batch of readers[format].read(files)) {
    for (const row of batch.rows) rows.push(row);
    problems.push(...batch.problems);
    warnings.push(...batch.warnings);
  }
  return { rows, problems, warnings };
}

/** `anyRow` with offsets that hold: every range says what stands in it, and none begins or ends inside a character. */
export const soundRow = anyRow.map((each) => {
  const clip = (text: string, { from, to }: { from: number; to: number }) => {
    const whole = (at: number) => (/^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1)) && at > 0 ? at + 1 : at);
    const [start = 0, end = 0] = [from, to].map((at) => whole(at % (text.length + 1))).sort((a, b) => a - b);
    return { from: start, to: end, text: text.slice(start, end) };
  };
  return {
    ...each,
    mentions: each.mentions.map((mention) => ({
      ...mention,
      fa: mention.fa && clip(each.fa, mention.fa),
      en: mention.en && clip(each.en, mention.en),
    })),
    links: each.links.map(({ fa, en, sure }) => ({ fa: clip(each.fa, fa), en: clip(each.en, en), sure })),
  };
});
