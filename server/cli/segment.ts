import { englishRules, persianRules, type SegmentationRules } from '../../shared/language/sentences/rules.ts';
import { listSegments } from '../../shared/language/sentences/segment-listing.ts';
import { command, UsageError } from './command.ts';
import { encodingOption, inputText } from './input.ts';

const rules: Readonly<Record<string, SegmentationRules>> = { fa: persianRules, en: englishRules };

export const segment = command('segment', {
  usage: '[--lang fa|en] [--encoding ENCODING] < FILE',
  about: `Splits the text on standard input into paragraphs and translation units and writes them as JSON:
{"paragraphs":[{"index":0,"units":[{"kind":"lead"|"sentence","statement":0,"from":0,"to":69,"text":"…"}]}]}.
Offsets count UTF-16 units from the start of the paragraph; blank lines are no paragraphs.`,
  options: {
    lang: { type: 'string', value: 'LANG', about: 'the language of the text, fa or en (fa)' },
    encoding: encodingOption,
  },
  async run({ values: { lang = 'fa', encoding }, terminal }) {
    const chosen = Object.hasOwn(rules, lang) ? rules[lang] : undefined;
    if (chosen === undefined) throw new UsageError(`--lang should be fa or en, but it is "${lang}".`);
    const text = await inputText(terminal, encoding);
    if (text === null) return 1;
    await terminal.write(`${JSON.stringify(listSegments(text, chosen))}\n`);
    return 0;
  },
});
