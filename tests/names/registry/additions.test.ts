import { describe, expect, it } from 'vitest';
import type { Entity, EntityRecord } from '../../../shared/names/entity/entity.ts';
import { registryAdditions } from '../../../shared/names/registry/additions.ts';

const record = (fa: string, en: string, said: Partial<EntityRecord> = {}): EntityRecord => ({
  ...{ label: 'GPE', fa, en, faOther: [], enOther: [], wikidata: null, note: '' },
  ...said,
});
const russia: Entity = { id: 'e1', ...record('روسیه', 'Russia', { wikidata: 'Q159' }) };

describe('what a list brings to a registry', () => {
  it('is new where neither the item nor both names are known', () => {
    const [sameEnglish, other] = [record('روس', 'Russia'), record('ایران', 'Iran')];
    expect(registryAdditions([russia], [sameEnglish, other])).toEqual({
      added: [sameEnglish, other],
      grown: [],
      known: 0,
    });
  });

  it('is nothing where the registry says it already, in whatever spelling', () => {
    const respelt = record('روسيه', 'russia');
    expect(registryAdditions([russia], [respelt])).toEqual({ added: [], grown: [], known: 1 });
  });

  it('makes an entity grow that has the same item, and leaves what it says', () => {
    const more = record('فدراسیون روسیه', 'Russian Federation', { wikidata: 'Q159', note: 'Since 1991' });
    const { added, grown } = registryAdditions([russia], [more]);
    expect(added).toEqual([]);
    expect(grown).toMatchObject([
      {
        entity: russia,
        record: {
          fa: 'روسیه',
          en: 'Russia',
          faOther: [{ name: 'فدراسیون روسیه', use: null }],
          enOther: [{ name: 'Russian Federation', use: null }],
          note: 'Since 1991',
        },
      },
    ]);
  });

  it('gathers all that several records say of one entity, also of a new one', () => {
    const iran = record('ایران', 'Iran', { wikidata: 'Q794' });
    const persia = record('ایران', 'Iran', { enOther: [{ name: 'Persia', use: 'historical' }] });
    const note = record('', 'Islamic Republic of Iran', { wikidata: 'Q794' });
    expect(registryAdditions([], [iran, persia, note]).added).toMatchObject([
      { wikidata: 'Q794', enOther: [{ name: 'Persia', use: 'historical' }, { name: 'Islamic Republic of Iran' }] },
    ]);
  });

  it('is nothing more when it is brought a second time', () => {
    const list = [record('ایران', 'Iran'), record('فدراسیون روسیه', 'Russian Federation', { wikidata: 'Q159' })];
    const { added, grown } = registryAdditions([russia], list);
    const now = [
      ...grown.map(({ entity, record }) => ({ ...record, id: entity.id })),
      ...added.map((one) => ({ ...one, id: 'e2' })),
    ];
    expect(registryAdditions(now, list)).toEqual({ added: [], grown: [], known: 2 });
  });
});
