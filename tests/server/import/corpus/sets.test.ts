import { describe, expect, it } from 'vitest';
import { fileSets } from '../../../../server/import/corpus/sets.ts';
import { formats } from '../../../../shared/formats/corpus/row.ts';
import { readers, writerOf } from '../../../../shared/formats/formats.ts';
import { readableAs } from '../../../formats/reading.ts';
import { exported, options, row } from '../../../formats/rows.ts';
import { file } from './brought.ts';

const rows = [row(), row({ segment: 's2', fa: 'دوم.', en: 'Second.' })];
const readable = formats.flatMap((format) => {
  const from = readableAs(format);
  return from === null ? [] : [[format, from] as const];
});

describe('files as Radif writes and names them', () => {
  it.each(readable)('are one set of their format: %s', async (format, from) => {
    for (const title of ['Story', 'عنوان بلند '.repeat(455)]) {
      const chosen = options({ format, fa: 'fa-IR', en: 'en-GB' });
      const { texts } = await exported(
        rows.map((each) => ({ ...each, title })),
        chosen,
      );
      const names = writerOf(chosen).files.map(({ ending }) => ending);
      const sets = await fileSets(names.map((ending) => file(`a.b/story.${ending}`, texts[ending] ?? '')));
      expect(sets).toHaveLength(1);
      const found = sets[0]?.format ?? null;
      expect(found === null || found === 'text' || found === 'xlsx' ? found : readers[found]).toBe(readers[from]);
      expect(sets[0]?.files.map(({ name }) => name)).toHaveLength(names.length);
    }
  });
});
