import { describe, expect, it } from 'vitest';
import { troublesOf } from '../../../../client/pages/registry/troubles.ts';
import { defaultLabels } from '../../../../shared/core/label.ts';
import type { Entity } from '../../../../shared/names/entity/entity.ts';

function entity(id: string, said: Partial<Entity & { mentions: number }> = {}) {
  const nothing = { label: 'GPE', faOther: [], enOther: [], wikidata: null, note: '' };
  return { ...nothing, fa: `نام${id}`, en: `Name ${id}`, mentions: 1, ...said, id };
}

const troubles = (...entities: ReturnType<typeof entity>[]) => Object.fromEntries(troublesOf(entities, defaultLabels));

describe('the troubles of a registry', () => {
  it('are none for entities with both names, each its own', () => {
    expect(troubles(entity('1'), entity('2'))).toEqual({});
  });

  it('tell of a missing name, a label that is gone, and of what no document mentions', () => {
    expect(
      troubles(entity('1', { en: '' }), entity('2', { fa: '', mentions: 0 }), entity('3', { label: 'SHIP' })),
    ).toEqual({
      1: ['noEnglish'],
      2: ['noPersian', 'unmentioned'],
      3: ['unknownLabel'],
    });
  });

  it('tell of a name that two entities have, whatever the spelling and whichever name it is', () => {
    const first = entity('1', { fa: 'كشورهای غربی' });
    const second = entity('2', { faOther: [{ name: 'کشور های غربی', use: 'short form' }] });
    expect(troubles(first, second)).toEqual({ 1: ['sharedName'], 2: ['sharedName'] });
  });

  it('let a name be forbidden for one entity and used for another', () => {
    expect(troubles(entity('1', { enOther: [{ name: 'Name 2', use: 'forbidden' }] }), entity('2'))).toEqual({});
  });

  it('tell of a name that an entity both forbids and uses', () => {
    expect(troubles(entity('1', { enOther: [{ name: 'name  1', use: 'forbidden' }] }))).toEqual({
      1: ['forbiddenName'],
    });
  });

  it('tell of two entities for one Wikidata item', () => {
    expect(troubles(entity('1', { wikidata: 'Q159' }), entity('2', { wikidata: 'Q159' }))).toEqual({
      1: ['sharedItem'],
      2: ['sharedItem'],
    });
  });
});
