import { Transform } from 'prosemirror-transform';
import { openSpelling } from '../../server/spelling/spelling.ts';
import type { TextPair } from '../../shared/checks/pair/rule.ts';
import { proofread } from '../../shared/checks/spelling.ts';
import { pairRemarks, paragraphRemarks, type TextRule, usualSeverity } from '../../shared/checks/text-rules.ts';
import { documentFindingsInPieces } from '../../shared/doc/checks/document-checks.ts';
import { usualPolicy } from '../../shared/doc/checks/policy.ts';
import { setRendering } from '../../shared/doc/edit/rendering.ts';
import { schema } from '../../shared/doc/model/schema.ts';
import { gazetteerOf } from '../../shared/names/gazetteer/gazetteer.ts';
import { sequence } from '../alignment/damage.ts';
import { type OtherTool, omegaT, tolgee } from '../checks/other-tools.ts';
import { seeds } from '../checks/seeds.ts';
import { goldCases } from './data.ts';
import { type Figure, median } from './figure.ts';

export const cases: readonly string[] = ['tuned on', 'held out', '5,000 segments', '20,000 segments'];

/** Each text is damaged so often in each way. */
const TIMES = 3;

const desk = openSpelling();
const spelling = { book: desk.book('any'), own: new Set<string>() };

/** Has the dictionaries say what they know of the words of these texts. */
async function lookUp(texts: readonly string[]): Promise<void> {
  for (const text of texts) proofread(text, [], spelling);
  await desk.look({ english: 'any', words: spelling.book.takeWanted(Number.POSITIVE_INFINITY) });
}

/** What the rules say that matter so much, or any. */
const radifFrom =
  (isHeard: (rule: TextRule) => boolean): OtherTool =>
  (pair) =>
    [...pairRemarks(pair), ...paragraphRemarks([pair]), ...proofread(pair.target, [], spelling).remarks]
      .filter(({ rule }) => isHeard(rule))
      .map(({ rule, side, from, values }) => `${rule} ${side} ${from} ${JSON.stringify(values)}`);

const radif = radifFrom((rule) => usualSeverity(rule) !== 'hint');
/** Hints as well: they are found, though nobody has to look at them. */
const radifHints = radifFrom((rule) => usualSeverity(rule) !== 'hint' || rule === 'text.spelling');

/** How many seeded errors the rules find that were put into professional translations, and how many untouched pairs they speak of. Every
 *  second document was looked at when the rules were written; the others were not. OmegaT's and Tolgee's rules beside ours. */
export async function measure(half: string): Promise<readonly Figure[]> {
  if (half.endsWith('segments')) return cost(Number(half.replace(/\D/g, '')));
  const pairs = pairsOf(half === 'tuned on' ? 0 : 1);
  await lookUp(pairs.map(({ target }) => target));
  const figures: Figure[] = [{ name: 'pairs', value: pairs.length, unit: 'pairs' }];
  for (const [rule, seed] of Object.entries(seeds)) {
    const random = sequence(41);
    const damaged = Array.from({ length: TIMES }, () =>
      pairs.flatMap((pair) => {
        const target = seed(pair.target, pair.source, random);
        return target === null || target === pair.target ? [] : [{ pair, damaged: { ...pair, target } }];
      }),
    ).flat();
    await lookUp(damaged.map(({ damaged }) => damaged.target));
    figures.push({ name: `${rule}: seeded`, value: damaged.length, unit: 'pairs' });
    for (const [name, tool] of [
      ['Radif', radifHints],
      ['OmegaT', omegaT],
      ['Tolgee', tolgee],
    ] as const) {
      const found = damaged.filter(({ pair, damaged }) => isTold(tool, rule, pair, damaged));
      figures.push({ name: `${rule}: found by ${name}`, value: found.length / damaged.length, unit: 'recall' });
    }
  }
  for (const [name, tool] of [
    ['Radif', radif],
    ['OmegaT', omegaT],
    ['Tolgee', tolgee],
  ] as const) {
    const share = (isMeant: (told: string) => boolean, by = tool) =>
      (100 * pairs.filter((pair) => by(pair).some(isMeant)).length) / pairs.length;
    figures.push(
      { name: `untouched pairs told by ${name}`, value: share(() => true), unit: '%' },
      {
        name: `by ${name} for numbers and dates`,
        value: share((told) => /^text\.(?:number|date)/.test(told)),
        unit: '%',
      },
    );
    for (const rule of Object.keys(seeds)) {
      figures.push({
        name: `by ${name} for ${rule}`,
        value: share((told) => told.startsWith(rule), tool === radif ? radifHints : tool),
        unit: '%',
      });
    }
  }
  return figures;
}

/** True where something of the rule is told that was not before; a wrong number of a date is told by either. */
function isTold(tool: OtherTool, rule: string, before: TextPair, after: TextPair): boolean {
  const isMeant = (told: string) => told.startsWith(rule) || (rule === 'text.number' && told.startsWith('text.date'));
  const known = new Set(tool(before));
  return tool(after).some((told) => isMeant(told) && !known.has(told));
}

/** The pairs of every second document. */
function pairsOf(half: number): readonly TextPair[] {
  const all = goldCases();
  const level = all[0]?.level;
  return all
    .filter((each) => each.level === level)
    .filter((_, at) => at % 2 === half)
    .flatMap(({ source, target, gold }) =>
      gold
        .filter((bead) => bead.source.length > 0 && bead.target.length > 0)
        .map((bead) => ({
          source: bead.source.map((at) => source[at]).join(' '),
          target: bead.target.map((at) => target[at]).join(' '),
        })),
    );
}

/** What checking a document costs: all of it at first, and again after a keystroke; the longest piece is what typing may wait for. */
function cost(count: number): readonly Figure[] {
  const pairs = [...pairsOf(0), ...pairsOf(1)];
  const chosen = Array.from({ length: count }, (_, at) => pairs[at % pairs.length] as TextPair);
  let at = 0;
  const nodes = chosen.map(({ source, target }, index) => {
    const from = at;
    at += source.length + 1;
    const attrs = { id: `s${index}`, from, to: from + source.length, status: 'translated', origin: 'typed' };
    return schema.node('segment', attrs, schema.text(target));
  });
  const pages = Array.from({ length: Math.ceil(count / 40) }, (_, page) =>
    schema.node('page', null, nodes.slice(page * 40, page * 40 + 40)),
  );
  const source = chosen.map((pair, index) => pair.source + (index % 4 === 3 ? '\n' : ' ')).join('');
  const doc = schema.node('doc', null, [...pages, schema.node('standoff')]);
  const names = { entities: new Map(), gazetteer: gazetteerOf([]) };
  const check = (checked: typeof doc) => {
    const started = performance.now();
    let [longest, last] = [0, process.cpuUsage()];
    const work = documentFindingsInPieces(checked, source, names, usualPolicy);
    for (let next = work.next(); ; next = work.next()) {
      // Of the processor: what else the machine does meanwhile is not in it.
      const { user, system } = process.cpuUsage(last);
      longest = Math.max(longest, (user + system) / 1000);
      last = process.cpuUsage();
      if (next.done) return { all: performance.now() - started, longest, found: next.value.length };
    }
  };
  const first = check(doc);
  const again = Array.from({ length: 15 }, (_, nth) => {
    const tr = new Transform(doc);
    setRendering(tr, `s${nth * 7}`, `In ${nth} days.`);
    return check(tr.doc);
  });
  return [
    { name: 'findings', value: first.found, unit: 'pairs' },
    { name: 'first check', value: first.all, unit: 'ms' },
    { name: 'first check: longest piece', value: first.longest, unit: 'ms' },
    { name: 'after a change', value: median(again.map(({ all }) => all)), unit: 'ms' },
    { name: 'after a change: longest piece', value: median(again.map(({ longest }) => longest)), unit: 'ms' },
  ];
}
