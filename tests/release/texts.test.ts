import { describe, expect, it } from 'vitest';
import { datasetCard } from '../../shared/release/card.ts';
import { changelog } from '../../shared/release/changelog.ts';
import { releaseDifference } from '../../shared/release/difference.ts';
import type { ReleaseRecipe } from '../../shared/release/recipe.ts';
import { statisticsTally } from '../../shared/release/statistics.ts';
import { row } from './rows.ts';

function counted() {
  const tally = statisticsTally();
  const range = (text: string) => ({ from: 0, to: text.length, text });
  const mention = { id: 'm', label: 'GPE', entity: 'e1', entityName: null, fa: range('ایران'), en: range('Iran') };
  tally.add(
    row({
      fa: 'ایران ايران گفت',
      en: 'Iran said, iran',
      mentions: [mention],
      links: [{ fa: range('ایران'), en: range('Iran'), sure: true }],
    }),
  );
  tally.add(
    row({
      document: 'd2',
      fa: 'نه',
      en: '',
      status: 'initial',
      origin: null,
      mentions: [{ ...mention, id: 'n', entity: null, en: null }],
    }),
  );
  return tally.statistics();
}

const recipe: ReleaseRecipe = {
  id: 'r2',
  name: '2.0',
  project: { id: 'p', name: 'گفته‌ها | "A"' },
  at: Date.UTC(2026, 0, 2),
  tool: '0.1.0',
  documents: [
    { id: 'd1', title: 'One', version: 7, mark: 'm', split: 'train' },
    { id: 'd2', title: 'Two\nlines', version: 0, mark: 'd2', split: 'test' },
  ],
  filters: {
    states: ['translated'],
    clean: true,
    aligned: true,
    annotated: false,
    machine: 'without',
    fa: { from: 2, to: 40 },
    en: { from: null, to: 60 },
  },
  duplicates: 'persian',
  seed: '1',
  splits: { train: 80, dev: 10, test: 10 },
  formats: ['hugging-face', 'tmx'],
  fa: 'fa',
  en: 'en',
  licence: 'CC-BY-4.0',
  labels: [{ id: 'GPE', fa: 'کشور یا شهر', en: 'Country or city' }],
  contributors: [{ name: 'contributor-1', changes: 12 }],
  entities: {},
  findings: {},
  previous: {
    id: 'r1',
    name: '1.0',
    documents: [
      { id: 'd1', title: 'One', version: 5, mark: 'm', split: 'dev' },
      { id: 'd0', title: 'Gone', version: 1, mark: 'm', split: 'train' },
    ],
    statistics: { ...statisticsTally().statistics(), segments: 5 },
  },
};

describe('the statistics of a release', () => {
  it('count words, words that differ however they are typed, mentions by side and entities', () => {
    expect(counted()).toEqual({
      documents: 2,
      segments: 2,
      fa: { words: 4, types: 3, characters: 17 },
      en: { words: 3, types: 2, characters: 15 },
      ratio: 1,
      labels: [{ label: 'GPE', fa: 2, en: 1, both: 1, entities: 1 }],
      entities: 1,
      links: { sure: 1, possible: 0 },
      states: { initial: 1, translated: 1 },
      origins: { typed: 1, none: 1 },
    });
  });
});

describe('the difference of two releases', () => {
  it('tells documents that are new, gone, changed and moved, and the figures of both', () => {
    const { previous, documents } = recipe;
    if (!previous) throw new Error('There is one');
    const found = releaseDifference(previous, { documents, statistics: counted() });
    expect(found.added.map(({ id }) => id)).toEqual(['d2']);
    expect(found.removed.map(({ id }) => id)).toEqual(['d0']);
    expect(found.changed.map(({ before, after }) => [before.version, after.version])).toEqual([[5, 7]]);
    expect(found.moved).toHaveLength(1);
    expect(found.figures.segments).toEqual({ before: 5, after: 2 });
    expect(found.labels).toEqual([{ label: 'GPE', before: 0, after: 2 }]);
  });
});

describe('the dataset card', () => {
  const statistics = counted();
  const files = [
    { path: 'data/hugging-face/train.jsonl', bytes: 10, sha256: 'a'.repeat(64) },
    { path: 'data/hugging-face/test.jsonl', bytes: 10, sha256: 'b'.repeat(64) },
    { path: 'data/tmx/train.tmx', bytes: 10, sha256: 'c'.repeat(64) },
  ];
  const card = datasetCard(recipe, { statistics, splits: { train: statistics }, excluded: { state: 3 }, files });

  it('begins with front matter that the hub reads', () => {
    const [, front = ''] = card.split('---\n');
    expect(front).toContain('language:\n- fa\n- en\n');
    expect(front).toContain('license: cc-by-4.0\n');
    expect(front).toContain('size_categories:\n- n<1K\n');
    expect(front).toContain('task_categories:\n- translation\n- token-classification\n');
    expect(front).toContain('  - split: train\n    path: data/hugging-face/train.jsonl\n');
    expect(front).not.toContain('tmx');
    expect(front).toContain('pretty_name: "گفته‌ها | \\"A\\" 2.0"');
  });

  it('tells labels, contributors by pseudonym, choices and limits', () => {
    expect(card).toContain('| GPE | Country or city | کشور یا شهر | 2 | 1 | 1 | 1 |');
    expect(card).toContain('| contributor-1 | 12 |');
    expect(card).toContain('3 in another state');
    expect(card).toContain('Persian words: 2 to 40');
    expect(card).toContain('English words: up to 60');
    expect(card).toContain('# گفته‌ها | "A", release 2.0');
  });

  it('names a licence that is no identifier as what it is', () => {
    const { licence: _, ...rest } = recipe;
    const contents = { statistics, splits: {}, excluded: {}, files: [] };
    expect(datasetCard({ ...rest, licence: 'ask us' }, contents)).toContain('license: other\nlicense_name: "ask us"');
    expect(datasetCard({ ...rest, licence: '' }, contents)).toContain('license: unknown');
  });
});

describe('the changelog', () => {
  it('compares with the release before, and says of the first that it is that', () => {
    const text = changelog(recipe, counted());
    expect(text).toContain('# 2.0 (2026-01-02)');
    expect(text).toContain('| segments | 5 | 2 | -3 |');
    expect(text).toContain('- Two lines (`d2`), version 0');
    expect(text).toContain('- One (`d1`), version 5 → 7');
    expect(text).toContain('- One (`d1`), dev → train');
    expect(changelog({ ...recipe, previous: null }, counted())).toContain('The first release: 2 documents.');
  });
});
