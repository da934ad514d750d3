import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import { proposedEntities } from '../../../shared/names/registry/proposal.ts';
import { entitiesNamed, registryOf } from '../../../shared/names/registry/registry.ts';
import { registrySearch } from '../../../shared/names/registry/search.ts';
import { registrySounds } from '../../../shared/names/registry/sounds.ts';

function entity(id: string, fa: string, en: string, parts: Partial<Entity> = {}): Entity {
  return { id, label: 'ORG', fa, en, faOther: [], enOther: [], wikidata: null, note: '', ...parts };
}

const oic = entity('oic', 'سازمان همکاری اسلامی', 'Organisation of Islamic Cooperation', {
  enOther: [{ name: 'OIC', use: 'short form' }],
  wikidata: 'Q47543',
});
const iaea = entity('iaea', 'آژانس بین‌المللی انرژی اتمی', 'International Atomic Energy Agency', {
  faOther: [{ name: 'آژانس', use: 'short form' }],
});
const travel = entity('travel', 'آژانس', 'Agency', { note: 'of journeys' });
const news = entity('news', 'خبرگزاری', 'News agency', { faOther: [{ name: 'آژانس', use: 'forbidden' }] });
const zarif = entity('zarif', 'محمدجواد ظریف', 'Mohammad Javad Zarif', { label: 'PER' });
const all = [oic, iaea, news, travel, zarif];
const ids = (entities: readonly Entity[]) => entities.map(({ id }) => id);

describe('the registry', () => {
  it('knows entities by any of their names, those that prefer it first and those that forbid it last', () => {
    expect(ids(entitiesNamed(registryOf(all), 'آژانس', 'fa'))).toEqual(['travel', 'iaea', 'news']);
    expect(ids(entitiesNamed(registryOf(all), 'oic', 'en'))).toEqual(['oic']);
    expect(entitiesNamed(registryOf(all), 'OIC', 'fa')).toEqual([]);
  });
});

describe('a search in the registry', () => {
  const found = (query: string) => ids(registrySearch(all).find(query));

  it('finds any spelling', () => {
    for (const query of ['همكاري', 'سازمان‌همکاری', 'همکاری اسلامی', 'ISLAMIC', 'q47543', 'Oic']) {
      expect(found(query)).toContain('oic');
    }
  });

  it('puts whole names first, then beginnings, then the rest', () => {
    expect(found('آژانس')).toEqual(['iaea', 'news', 'travel']);
    expect(found('agency')).toEqual(['travel', 'iaea', 'news']);
    expect(found('journey')).toEqual(['travel']);
  });

  it('meets no two names at once, and finds all for nothing', () => {
    expect(found('cooperationoic')).toEqual([]);
    expect(found(' ‌')).toEqual(ids(all));
    expect(found('\n')).toEqual(ids(all));
  });
});

describe('what a marked name may mean', () => {
  const registry = registryOf(all);
  const sounds = registrySounds(all);
  const proposals = (surface: string, side: 'fa' | 'en', wikidata: string | null = null) =>
    proposedEntities({ surface, side, wikidata }, registry, sounds).map(({ entity, reason }) => [entity.id, reason]);

  it('has the same name, the same item, or the same sound', () => {
    expect(proposals('سازمان همکاري‌ اسلامی', 'fa')).toEqual([['oic', 'name']]);
    expect(proposals('سازمان کنفرانس اسلامی', 'fa', 'Q47543')).toEqual([['oic', 'wikidata']]);
    expect(proposals('Mohammed Jawad Zareef', 'en')).toEqual([['zarif', 'sound']]);
    expect(proposals('محمد جواد ظریف', 'fa')).toEqual([['zarif', 'name']]);
    expect(proposals('روحانی', 'fa')).toEqual([]);
  });
});

describe('twenty thousand entities', () => {
  const syllables = ['با', 'ری', 'مان', 'گو', 'تیر', 'شا', 'لن', 'وید', 'کام', 'زا', 'فر', 'هین'];
  const word = (number: number): string =>
    number < syllables.length
      ? (syllables[number] ?? '')
      : word(Math.floor(number / syllables.length)) + (syllables[number % syllables.length] ?? '');
  const many = Array.from({ length: 20_000 }, (_, at) =>
    entity(`e${at}`, `${word(at)} ${word(at * 7)}`, `Name ${at}`, { faOther: [{ name: word(at), use: null }] }),
  );

  it('are searched and found in texts as few are', () => {
    const registry = registryOf(many);
    const [first, last] = [many[12_345], many.at(-1)] as [Entity, Entity];
    expect(entitiesNamed(registry, first.fa, 'fa')).toEqual([first]);
    expect(ids(registrySearch(many).find('Name 12345'))).toEqual(['e12345']);
    expect(
      registrySearch(many)
        .find('name 1999')
        .slice(0, 3)
        .map(({ en }) => en),
    ).toEqual(['Name 1999', 'Name 19990', 'Name 19991']);
    expect(registrySearch(many).find(last.fa)).toContain(last);
  });
});
