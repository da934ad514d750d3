import { expect, it } from 'vitest';
import { textSentence } from '../../../shared/checks/text-words.ts';
import { documentRules } from '../../../shared/doc/checks/document-finding.ts';
import { entitySentence, findingWords, isTextRule } from '../../../shared/doc/checks/finding-words.ts';

it.each(documentRules)('%s says something, whatever the values are', (rule) => {
  for (const values of [{}, { kind: 'lost' }, { found: '.', others: 'x', from: 'M', kind: 'machine' }]) {
    expect(findingWords({ rule, values })).toMatch(/^[^{}\u2068\u2069]+[.?]$/u);
  }
});

it('says what a rule has found by its kind and its values', () => {
  expect(findingWords({ rule: 'text.number', values: { wanted: '۱۴', found: '41' } })).toBe(
    'The number ۱۴ stands as 41 in the English.',
  );
  expect(findingWords({ rule: 'text.number', values: { wanted: '۱۴', kind: 'lost' } })).toBe(
    'The number ۱۴ is not in the English.',
  );
  expect(findingWords({ rule: 'text.unedited', values: { from: '', score: 85, kind: 'match' } })).toBe(
    'Confirmed as it came from a match of 85 in this project. Does it fit?',
  );
  expect(
    findingWords({ rule: 'entity.label', values: { rendering: 'Iran', label: 'GPE', entity: 'Iran', own: 'ORG' } }),
  ).toBe('Iran is marked as GPE, but Iran is ORG.');
  expect(findingWords({ rule: 'entity.nowhere', values: {} })).toBe('A mention stands on neither side any more.');
  expect(findingWords({ rule: 'entity.nowhere', values: { entity: 'Iran' } })).toBe(
    'A mention of Iran stands on neither side any more.',
  );
});

it('chooses the sentence of texts by what was found', () => {
  expect(textSentence('text.end', { found: '!' })).toBe('end.other');
  expect(textSentence('text.end', { found: '' })).toBe('end.missing');
  expect(textSentence('text.space', { kind: 'inside' })).toBe('space.inside');
  expect(textSentence('text.spelling', { others: 'word' })).toBe('spelling.near');
  expect(textSentence('text.unedited', { kind: 'match', from: 'Old memory' })).toBe('unedited.match');
  expect(textSentence('text.unedited', { kind: 'machine', from: 'M' })).toBe('unedited.machine');
  expect(textSentence('term.forbidden', { wanted: 'x' })).toBe('term.otherwise');
  expect(entitySentence('entity.border', {})).toBe('border');
});

it('tells rules of texts from those of names', () => {
  expect(documentRules.filter(isTextRule).every((rule) => !rule.startsWith('entity.'))).toBe(true);
  expect(documentRules.filter((rule) => !isTextRule(rule)).every((rule) => rule.startsWith('entity.'))).toBe(true);
});
