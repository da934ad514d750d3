import type { Problem } from '../../core/problem.ts';
import { type Batch, batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import { tmxReader } from './read.ts';

/** Reads TMX as `tmxFile` does, but takes a memory for the units that are sound: one that is not well-formed is a warning with its
 *  place, and the others are read. Only a file that is no TMX at all is refused. */
export const tmxUnitsFile = oneFile('tmx', tmxUnitsReader);

/** Where a unit begins; `<tuv>` is none. */
const UNIT = /<tu(?=[\s>])/g;
/** Units that are parsed together: where one of them is broken, each is parsed alone. */
const TOGETHER = 250;
/** No unit is longer; more without the beginning of another is told and skipped. */
const LONGEST = 8_388_608;

interface Stretch {
  readonly text: string;
  /** 1-based line on which it begins. */
  readonly line: number;
}

function tmxUnitsReader(name: string): PieceReader {
  let rest = '';
  let line = 1;
  let isHeadRead = false;
  let isOver = false;
  let waiting: Stretch[] = [];

  const parsed = (text: string): Batch => {
    const reader = tmxReader(name);
    return joined([reader.write(text), reader.end()]);
  };
  const units = (stretches: readonly Stretch[]): Batch => {
    const [first] = stretches;
    if (first === undefined) return batch({});
    // Without the line feed behind the last unit: what it lacks is told on its own last line.
    const text = stretches.map(({ text }) => text).join('');
    const together = parsed(`${OPEN}${text.trimEnd()}${CLOSE}`);
    if (together.problems.length === 0) return moved(together, first);
    if (stretches.length > 1) return joined(stretches.map((stretch) => units([stretch])));
    return {
      ...moved({ ...together, rows: [], warnings: together.problems.slice(0, 1), problems: [] }, first),
      rows: [],
    };
  };
  const take = (text: string): void => {
    if (text !== '') waiting.push({ text, line });
    line += lineFeeds(text);
  };
  const flush = (): Batch => {
    const found = units(waiting);
    waiting = [];
    return found;
  };
  /** What stands before the first unit: whether it is TMX at all. */
  const head = (text: string): Batch => {
    isHeadRead = true;
    line += lineFeeds(text);
    const root = /<(?!\?|!)\s*([\w:.-]+)/.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
    if (root === 'tmx') return batch({});
    isOver = true;
    const reader = tmxReader(name);
    const { problems, ...rest } = joined([reader.write(text), reader.end()]);
    return { ...rest, problems: problems.slice(0, 1) };
  };

  return {
    get isOver() {
      return isOver;
    },
    write(piece) {
      rest += piece;
      const found: Batch[] = [];
      const starts = Array.from(rest.matchAll(UNIT), ({ index }) => index);
      let at = 0;
      for (const start of starts) {
        if (start === 0 && isHeadRead) continue;
        const text = rest.slice(at, start);
        if (isHeadRead) take(text);
        else found.push(head(text));
        if (isOver) return joined(found);
        at = start;
        if (waiting.length >= TOGETHER) found.push(flush());
      }
      rest = rest.slice(at);
      if (rest.length > LONGEST) {
        if (isHeadRead) take(rest);
        else found.push(head(rest));
        rest = '';
      }
      return joined(found);
    },
    end() {
      if (!isHeadRead) return joined([head(rest)]);
      take(rest.replace(/\s*<\/body\s*>\s*<\/tmx\s*>\s*$/, ''));
      return flush();
    },
  };
}

const OPEN = '<tmx version="1.4"><body>';
const CLOSE = '</body></tmx>';

function joined(batches: readonly Batch[]): Batch {
  return {
    rows: batches.flatMap(({ rows }) => rows),
    warnings: batches.flatMap(({ warnings }) => warnings),
    problems: batches.flatMap(({ problems }) => problems),
  };
}

/** Places in a stretch as places in the file. */
function moved({ rows, warnings, problems }: Batch, { line }: Stretch): Batch {
  const place = (problem: Problem): Problem => {
    if (problem.line === undefined) return problem;
    const { column = 1, ...rest } = problem;
    // The opening that was put before it stands on its first line, and its end may stand behind the last.
    const isFirst = problem.line === 1;
    return {
      ...rest,
      line: problem.line + line - 1,
      ...(isFirst ? { column: Math.max(1, column - OPEN.length) } : { column }),
    };
  };
  return { rows, warnings: warnings.map(place), problems: problems.map(place) };
}

function lineFeeds(text: string): number {
  let found = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found += 1;
  return found;
}
