import { readFileSync } from 'node:fs';

interface Reference {
  readonly segments: readonly { readonly source: string; readonly target: string }[];
}

/** The 23 units of the sample with English to type. Three of them quote the Persian, with its zero-width non-joiner. */
export const units = (
  JSON.parse(readFileSync('tests/fixtures/reference/gold-translations.json', 'utf8')) as Reference
).segments.map(({ source, target }, index) => ({
  persian: source,
  english: [4, 12, 22].includes(index) ? `${target} (می\u200cگوید)` : target,
}));
