import { corpusProblem } from '../corpus/problems.ts';
import { type Batch, batch, type FormatReader } from '../corpus/reading.ts';
import { Fields, type Json } from './fields.ts';

/** Characters of a file that is one JSON value; it is held in memory as a whole. */
const LONGEST = 268_435_456;

/** A format of one file that is one JSON object, or a list, which `list` then names. `read` is told the fields and the name of the
 *  file. Nothing of it can be known before its end, so that it takes as much memory as the file is long. */
export function wholeJson(
  ending: string,
  list: string,
  read: (fields: Fields, name: string) => Partial<Batch>,
): FormatReader {
  return {
    files: [ending],
    async *read([file]) {
      if (file === undefined) return;
      const pieces: string[] = [];
      let length = 0;
      for await (const piece of file.pieces) {
        length += piece.length;
        if (length > LONGEST) {
          yield batch({ problems: [corpusProblem('json.document', { line: 1, values: { detail: tooLong } })] });
          return;
        }
        pieces.push(piece);
      }
      yield batch(parsed(pieces.join(''), list, (fields) => read(fields, file.name)));
    },
  };
}

const tooLong = `It has more than ${LONGEST} characters.`;

function parsed(text: string, list: string, read: (fields: Fields) => Partial<Batch>): Partial<Batch> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? (/end of JSON/.test(message) ? text.length : 0));
    const before = text.slice(0, at).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { problems: [corpusProblem('json.document', { ...place, values: { detail: `${message}.` } })] };
  }
  const whole = Array.isArray(json) ? { [list]: json } : json;
  if (typeof whole !== 'object' || whole === null) {
    return { problems: [corpusProblem('json.items', { line: 1, column: 1, values: { expected: list } })] };
  }
  const fields = new Fields(whole as Json, { line: 1, column: 1 });
  const found = read(fields);
  return { ...found, problems: [...(found.problems ?? []), ...fields.problems] };
}
