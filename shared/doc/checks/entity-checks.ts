import type { Node } from 'prosemirror-model';
import { renderingHash } from '../../core/rendering-hash.ts';
import { titleOf } from '../../names/entity/entity.ts';
import { replacedBy } from '../../names/entity/rendered-name.ts';
import { type CheckedMention, checkedText, type KnownNames } from './checked.ts';
import { type EntityFinding, findingAt } from './entity-finding.ts';
import { mentionFindings } from './mention-checks.ts';

/** All that is wrong with the mentions of a document, in the order in which they are read. Mentions that nobody has
 *  accepted yet are not looked at. */
export function entityFindings(doc: Node, source: string, names: KnownNames): readonly EntityFinding[] {
  const work = entityFindingsInPieces(doc, source, names);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same in pieces that are short however long the document is, so that something else can be done between them. */
export function* entityFindingsInPieces(
  doc: Node,
  source: string,
  names: KnownNames,
): Generator<void, readonly EntityFinding[]> {
  const text = yield* checkedText(doc, source, names);
  const all = [...text.mentions.values()];
  const together = grouped([...twoRenderings(all), ...twoEntities(all)], ({ mention }) => mention);
  yield;
  const findings: EntityFinding[] = [];
  for (const mention of all) {
    findings.push(...mentionFindings(mention, text), ...(together.get(mention.id) ?? []));
    yield;
  }
  return findings;
}

/** Entities that are called by two names. One that is noted as a short form, for the first mention or as historical may
 *  stand beside the usual one, and so may a word of the same root; forbidden names are told of anyway. */
function twoRenderings(mentions: readonly CheckedMention[]): readonly EntityFinding[] {
  const plain = mentions.filter(({ called }) => called && plainUses.has(called.use));
  return [...grouped(plain, ({ entity }) => entity).values()].flatMap((group) => {
    const names = [...grouped(group, ({ called }) => called?.key ?? null).values()];
    const usual = names.find(([first]) => first?.called?.use === 'preferred') ?? largest(names);
    const others = names.filter((name) => name !== usual).flat();
    const [first] = others;
    const [model] = usual;
    if (!first?.record || !model?.rendering) return [];
    const name = model.called?.use === 'preferred' ? first.record.en : model.rendering.text;
    const places = others.flatMap(({ id, rendering }) =>
      rendering ? [{ mention: id, before: rendering.text, after: replacedBy(rendering.text, name) }] : [],
    );
    const keys = names.map(([each]) => each?.called?.key ?? '').sort();
    const texts = new Set(places.map(({ before }) => before));
    return findingAt(first, 'entity.renderings', {
      subject: `${first.record.id}:${renderingHash(keys.join('|'))}`,
      values: { entity: titleOf(first.record), usual: name, others: [...texts].join(', '), count: places.length },
      remedy: { kind: 'write', places },
    });
  });
}

const plainUses: ReadonlySet<unknown> = new Set(['preferred', null, 'unknown']);

/** Persian names, in any spelling, that mean one entity here and another there. */
function twoEntities(mentions: readonly CheckedMention[]): readonly EntityFinding[] {
  const linked = mentions.filter(({ record, surfaceKey }) => record && surfaceKey !== '');
  return [...grouped(linked, ({ surfaceKey }) => surfaceKey).values()].flatMap((group) => {
    if (group.every(({ entity }) => entity === group[0]?.entity)) return [];
    const meanings = [...grouped(group, ({ entity }) => entity).values()];
    const usual = largest(meanings);
    const [model] = usual;
    return meanings.flatMap((meaning) => {
      const [first] = meaning;
      if (meaning === usual || !first?.record || !model?.record) return [];
      const as = { entity: model.record.id };
      return findingAt(first, 'entity.surface', {
        subject: `${renderingHash(first.surfaceKey)}:${first.record.id}:${as.entity}`,
        values: {
          surface: first.surface,
          entity: titleOf(first.record),
          usual: titleOf(model.record),
          count: meaning.length,
        },
        remedy: usual.length > meaning.length ? { kind: 'describe', mentions: meaning.map(({ id }) => id), as } : null,
      });
    });
  });
}

/** `items` by key, in the order in which the keys come up; those without a key are left out. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = key === null ? undefined : groups.get(key);
    if (group) group.push(item);
    else if (key !== null) groups.set(key, [item]);
  }
  return groups;
}

/** The first of the largest. */
function largest<T>(groups: readonly (readonly T[])[]): readonly T[] {
  return groups.reduce((most, group) => (group.length > most.length ? group : most), []);
}
