import { readFileSync } from 'node:fs';
import type { Span } from '../../shared/core/span.ts';
import type { Entity } from '../../shared/names/entity/entity.ts';
import type { WordLink } from '../../shared/names/projection/links.ts';
import type { Bisentence, Projection } from '../../shared/names/projection/projection.ts';
import { type Registry, registryOf } from '../../shared/names/registry/registry.ts';
import { paragraphs } from '../language/sample.ts';

/** A mention of the reference with its English, in the sample's sentence `segment`. */
export interface ReferenceMention {
  readonly id: string;
  readonly paragraph: number;
  readonly segment: string;
  readonly label: string;
  /** Its Persian side within the paragraph. */
  readonly persian: Span;
  readonly surface: string;
  /** Its English side within the rendering of the segment. */
  readonly english: Span;
  readonly rendering: string;
}

/** A sentence of the sample with its word links; its mentions have offsets within the sentence. */
export interface ReferenceSentence extends Bisentence {
  readonly id: string;
  readonly links: readonly WordLink[];
}

interface GoldEntity {
  readonly id: string;
  readonly segment: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly surface: string;
}

interface GoldTranslation {
  readonly id: string;
  readonly paragraph: number;
  readonly source: string;
  readonly target: string;
  readonly entities: readonly { entity: string; start: number; end: number; surface: string }[];
}

interface GoldLinks {
  readonly id: string;
  readonly sourceTokens: readonly (readonly [number, number])[];
  readonly targetTokens: readonly (readonly [number, number])[];
  readonly sure: readonly (readonly [number, number])[];
}

const read = (name: string) => JSON.parse(readFileSync(`tests/fixtures/reference/${name}.json`, 'utf8'));
const gold: readonly GoldEntity[] = read('gold-entities').entities;
const translations: readonly GoldTranslation[] = read('gold-translations').segments;
const wordLinks: readonly GoldLinks[] = read('gold-word-links').segments;

/** The 49 mentions of the sample, in its order. */
export const mentions: readonly ReferenceMention[] = gold.map(
  ({ id, paragraph, segment, label, start, end, surface }) => {
    const english = translations.flatMap(({ entities }) => entities).find(({ entity }) => entity === id);
    if (!english) throw new Error(`${id} has no English in the reference`);
    return {
      ...{ id, paragraph, segment, label, surface, rendering: english.surface },
      persian: { from: start, to: end },
      english: { from: english.start, to: english.end },
    };
  },
);

/** The 23 sentences of the sample, in its order. */
export const sentences: readonly ReferenceSentence[] = translations.map(({ id, paragraph, source, target }) => {
  const own = mentions.filter(({ segment }) => segment === id);
  const from = startOf(paragraph, source, own);
  const placed = own.map(({ id, label, persian }) => {
    return { id, label, entity: null, from: persian.from - from, to: persian.to - from };
  });
  return { id, source, target, mentions: placed, links: linksOf(id) };
});

/** Where a sentence begins in its paragraph: where it covers its mentions. */
function startOf(paragraph: number, source: string, own: readonly ReferenceMention[]): number {
  const text = paragraphs[paragraph] ?? '';
  for (let at = text.indexOf(source); at >= 0; at = text.indexOf(source, at + 1)) {
    if (own.every(({ persian }) => persian.from >= at && persian.to <= at + source.length)) return at;
  }
  throw new Error(`The sample has no sentence "${source}" around its mentions`);
}

function linksOf(id: string): readonly WordLink[] {
  const { sourceTokens = [], targetTokens = [], sure = [] } = wordLinks.find((each) => each.id === id) ?? {};
  const span = (tokens: typeof sourceTokens, at: number): Span => {
    const [from = 0, to = 0] = tokens[at] ?? [];
    return { from, to };
  };
  return sure.map(([source, target]) => {
    return { source: span(sourceTokens, source), rendering: span(targetTokens, target), sure: true };
  });
}

/** A registry with an entity for each Persian form of the mentions, and their renderings as its English names. */
export function registryOfMentions(chosen: readonly ReferenceMention[]): Registry {
  const entities = new Map<string, Entity>();
  for (const { label, surface, rendering } of chosen) {
    const id = `${label} ${surface}`;
    const blank = { id, label, fa: surface, en: rendering, faOther: [], enOther: [], wikidata: null, note: '' };
    const known = entities.get(id) ?? blank;
    const isKnown = known.en === rendering || known.enOther.some(({ name }) => name === rendering);
    entities.set(id, isKnown ? known : { ...known, enOther: [...known.enOther, { name: rendering, use: null }] });
  }
  return registryOf([...entities.values()]);
}

/** What came of projecting the mentions `chosen`: which stand exactly where the reference has them, which stand elsewhere,
 *  and which have no proposal. */
export function scored(chosen: readonly ReferenceMention[], projected: readonly Projection[]) {
  const found = new Map(projected.map((projection) => [projection.mention, projection]));
  const said = ({ id, surface, rendering }: ReferenceMention) => `${surface} → ${rendering} (${id})`;
  const isRight = ({ id, english }: ReferenceMention) =>
    found.get(id)?.from === english.from && found.get(id)?.to === english.to;
  return {
    right: chosen.filter(isRight).map(said),
    wrong: chosen
      .filter((each) => found.has(each.id) && !isRight(each))
      .map((each) => `${said(each)}: ${found.get(each.id)?.text}`),
    missed: chosen.filter(({ id }) => !found.has(id)).map(said),
  };
}
