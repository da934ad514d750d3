import { type MatchOrigin, type MemoryMatch, type Penalty, penaltyPoints } from '../../../shared/core/memory.ts';
import { isReviewed } from '../../../shared/core/status.ts';
import { type Match, matchesOf } from '../../../shared/memory/match/matches.ts';
import { inContext } from '../../../shared/memory/score/score.ts';
import type { Context } from '../../context.ts';
import { namesOfUnits, namesWanted, unitsWithOldNames } from '../../db/linked-name.ts';
import { type MemoryRow, memoriesOf, type UnitRow, unitsByNumber } from '../../db/memory.ts';
import { neighboursOf, titlesOf } from '../../db/unit-place.ts';

/** A text that matches are wanted for. */
export interface Wanted {
  readonly text: string;
  /** The Persian of the segments before and after it; `null` at an edge. */
  readonly before: string | null;
  readonly after: string | null;
  /** The segment that it is of, which is no match of itself. */
  readonly segment?: string | undefined;
}

export interface MatchesWanted {
  readonly project: string;
  readonly document?: string | undefined;
  readonly texts: readonly Wanted[];
  readonly limit?: number | undefined;
}

/** What was found for each of the texts. */
export interface FoundMatches {
  readonly matches: readonly (readonly MemoryMatch[])[];
  /** True while a memory is still being read: ask again soon. */
  readonly isBehind: boolean;
}

/** Milliseconds that a person waits for a memory that is not read yet. */
const PATIENCE = 300;
const USUAL = 9;
/** The least likeness by words that is told. */
const LEAST = 0.5;

/** Looks texts up in all memories of a project that are on; `patience` is how long it waits for one that is not read yet, in milliseconds,
 *  `null` as long as it takes. */
export async function findMatches(
  ctx: Context,
  { project, document, texts, limit = USUAL }: MatchesWanted,
  patience: number | null = PATIENCE,
): Promise<FoundMatches> {
  const { store, memories } = ctx;
  const rows = (await memoriesOf(store.db, project)).filter(({ is_on }) => is_on === 1);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wanted = texts.map(({ text }) => text);
  const { found, behind } = await memories.look([...byId.keys()], wanted, {
    limit: limit + 1,
    ...(patience !== null && { patience }),
  });
  const matches: (readonly MemoryMatch[])[] = [];
  for (const [index, text] of texts.entries()) {
    const all: Candidate[] = [];
    const wantedNames = await namesWanted(store.db, { project, document, ...text });
    for (const [id, answers] of found) {
      const memory = byId.get(id);
      const answer = answers[index];
      if (memory === undefined || answer === undefined) continue;
      const numbers = [...new Set([...answer.alike, ...answer.hits.map(({ number }) => number)])];
      const units = (await unitsByNumber(store.db, id, numbers)).filter(
        (unit) => document === undefined || unit.document_id !== document || unit.segment !== text.segment,
      );
      const byNumber = new Map(units.map((unit) => [unit.number, unit]));
      const known = wantedNames.length === 0 ? null : await namesOfUnits(store.db, units);
      const namesOf = (unit: UnitRow) => known && { wanted: wantedNames, known: known.get(unit.number) ?? [] };
      for (const match of matchesOf(text.text, answer, (number) => byNumber.get(number), LEAST, namesOf)) {
        all.push({ memory, match: await placed(ctx, memory, match, text) });
      }
    }
    const older = await unitsWithOldNames(
      store.db,
      project,
      all.map(({ match }) => match.unit),
    );
    matches.push(await told(ctx, all, older, limit));
  }
  return { matches, isBehind: behind.length > 0 };
}

interface Candidate {
  readonly memory: MemoryRow;
  readonly match: Match<UnitRow>;
}

/** A match that stands at 100, with its neighbours looked at. */
async function placed({ store }: Context, memory: MemoryRow, match: Match<UnitRow>, wanted: Wanted) {
  if (match.kind !== 'exact' || (wanted.before === null && wanted.after === null)) return match;
  const { before, after } = await neighboursOf(store.db, memory.id, match.unit);
  const same = [before !== null && before === wanted.before, after !== null && after === wanted.after];
  return { ...match, ...inContext(match, same.filter(Boolean).length) };
}

async function told(
  { store }: Context,
  candidates: readonly Candidate[],
  older: ReadonlySet<UnitRow>,
  limit: number,
): Promise<readonly MemoryMatch[]> {
  const documents = candidates.flatMap(({ match }) => match.unit.document_id ?? []);
  const titles = await titlesOf(store.db, [...new Set(documents)]);
  const hasReviewed = candidates.some(({ match: { unit } }) => unit.status !== null && isReviewed(unit.status));
  const ranked = candidates
    .map(({ memory, match }) => {
      const penalties = penaltiesOf(memory, match.unit, { hasReviewed, isOlder: older.has(match.unit) });
      const score = penalties.reduce((left, { points }) => left - points, match.score);
      return { memory, match, penalties, score: Math.max(0, score) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.memory.priority - a.memory.priority || b.match.unit.at - a.match.unit.at);
  // Of units that would insert the same, the best is enough.
  const best = uniqueBy(ranked, ({ match }) => match.target.text).slice(0, limit);
  const renderings = new Set(best.filter(({ match }) => match.score >= 100).map(({ match }) => match.target.text));
  return best.map(({ memory, match, penalties, score }) => ({
    score,
    kind: match.kind,
    penalties,
    source: match.unit.source,
    target: match.target.text,
    replaced: match.target.places,
    names: match.target.names,
    origin: originOf(memory, match.unit, titles),
    isAmbiguous: match.score >= 100 && renderings.size > 1,
  }));
}

interface Standing {
  /** True where another match for the same text is reviewed. */
  readonly hasReviewed: boolean;
  /** True where it says a name otherwise than the record of its entity does since. */
  readonly isOlder: boolean;
}

function penaltiesOf(memory: MemoryRow, unit: UnitRow, { hasReviewed, isOlder }: Standing): readonly Penalty[] {
  const isUnreviewed = hasReviewed && unit.status !== null && !isReviewed(unit.status);
  return [
    ...(unit.origin === 'machine' ? [{ reason: 'machine' as const, points: penaltyPoints.machine }] : []),
    ...(unit.alignment === 'automatic' ? [{ reason: 'aligned' as const, points: penaltyPoints.aligned }] : []),
    ...(isUnreviewed ? [{ reason: 'unreviewed' as const, points: penaltyPoints.unreviewed }] : []),
    ...(isOlder ? [{ reason: 'older' as const, points: penaltyPoints.older }] : []),
    ...(memory.penalty > 0 ? [{ reason: 'memory' as const, points: memory.penalty }] : []),
  ];
}

function originOf(memory: MemoryRow, unit: UnitRow, titles: ReadonlyMap<string, string>): MatchOrigin {
  return {
    memory: memory.id,
    name: memory.name,
    number: unit.number,
    document: unit.document_id,
    title: unit.document_id === null ? null : (titles.get(unit.document_id) ?? null),
    segment: unit.segment,
    person: unit.person,
    at: Number(unit.at),
    isReviewed: unit.status !== null && isReviewed(unit.status),
  };
}

function uniqueBy<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const isNew = !seen.has(key(one));
    seen.add(key(one));
    return isNew;
  });
}
