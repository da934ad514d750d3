import type { Node } from 'prosemirror-model';
import type { Spelling } from '../../checks/spelling.ts';
import type { Entity, EntityName } from '../../names/entity/entity.ts';
import { knownRenderings } from '../../names/entity/known-rendering.ts';
import { nameKey } from '../../names/entity/name.ts';
import { renderingKey } from '../../names/entity/rendered-name.ts';
import type { Gazetteer } from '../../names/gazetteer/gazetteer.ts';
import type { Glossary } from '../../terms/glossary.ts';
import { type MarkedMention, markedMentionsInPieces } from '../model/marked.ts';
import { segmentNodes } from '../model/read.ts';
import { segmentAttrs } from '../model/schema.ts';

/** What names are known by: the entities of the project by id, and words of the same root that a country may be called by. */
export interface KnownNames {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly gazetteer: Gazetteer;
  /** The ids of the labels that the project has; any is one where nobody says. */
  readonly labels?: ReadonlySet<string>;
  /** The terms of the project. */
  readonly glossary?: Glossary;
  /** How English is spelt; nothing is told of it without. */
  readonly spelling?: Spelling;
}

/** What the English of a mention calls its entity by. */
export interface Called {
  /** The same for all ways to write one name. */
  readonly key: string;
  /** `kin` for a word of the same root, as `Russian` for Russia; `unknown` for what is no name of the entity. Where nobody
   *  has said yet what it is called, it may be called anything. */
  readonly use: EntityName['use'] | 'kin' | 'unknown';
}

/** A mention with its record in the registry; `called` is `null` without English or a record. */
export interface CheckedMention extends MarkedMention {
  readonly record: Entity | null;
  readonly called: Called | null;
  /** The same for all spellings of its Persian; `''` when it has none. */
  readonly surfaceKey: string;
}

/** A document made ready for its mentions to be checked. */
export interface CheckedText {
  readonly doc: Node;
  readonly source: string;
  /** The segments by id, with their places. */
  readonly segments: ReadonlyMap<string, { readonly node: Node; readonly index: number }>;
  /** The accepted mentions by id, in the order in which they are read. */
  readonly mentions: ReadonlyMap<string, CheckedMention>;
  readonly labels: ReadonlySet<string> | null;
}

/** Reads a document for the checks, a mention at a time. */
export function* checkedText(doc: Node, source: string, names: KnownNames): Generator<void, CheckedText> {
  const segments = new Map<string, { node: Node; index: number }>();
  for (const node of segmentNodes(doc)) {
    segments.set(segmentAttrs(node).id, { node, index: segments.size });
    yield;
  }
  const check = checks.get(names) ?? checking(names);
  checks.set(names, check);
  const marked = yield* markedMentionsInPieces(doc, source);
  const accepted = marked.filter(({ state }) => state === 'accepted');
  const mentions = new Map<string, CheckedMention>();
  for (const mention of accepted) {
    mentions.set(mention.id, check(mention));
    yield;
  }
  return { doc, source, segments, mentions, labels: names.labels ?? null };
}

/** How mentions are looked up among names, as long as these are the same object. */
const checks = new WeakMap<KnownNames, ReturnType<typeof checking>>();

/** Looks up mentions; what was worked out for a mention, an entity, a rendering or a surface is not worked out again. */
function checking({ entities, gazetteer }: KnownNames): (mention: MarkedMention) => CheckedMention {
  const renderings = remembered(knownRenderings);
  const keys = remembered(renderingKey);
  const surfaceKeys = remembered(nameKey);
  const kin = remembered((surface: string) => {
    const entries = gazetteer.names.named(surface).map(({ entry }) => entry);
    return new Set(entries.flatMap((entry) => entry.kin.map(keys)));
  });
  const called = (record: Entity, surface: string, text: string): Called => {
    const known = renderings(record);
    const key = keys(text);
    const name = known.get(key);
    if (name) return { key: keys(name.name), use: name.use };
    if (kin(surface).has(key)) return { key, use: 'kin' };
    return { key, use: [...known.values()].some(({ use }) => use !== 'forbidden') ? 'unknown' : null };
  };
  const check = (mention: MarkedMention): CheckedMention => {
    const { entity, rendering, surface } = mention;
    const record = entities.get(entity ?? '') ?? null;
    return {
      ...mention,
      record,
      called: record && rendering && called(record, surface || record.fa, rendering.text),
      surfaceKey: surfaceKeys(surface),
    };
  };
  return remembered(check, new WeakMap<MarkedMention, CheckedMention>());
}

interface Kept<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function remembered<K, V>(make: (key: K) => V, made: Kept<K, V> = new Map<K, V>()): (key: K) => V {
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
