import type { FormatFact } from '../../shared/formats/facts/fact.ts';
import { factNamed, formatFacts } from '../../shared/formats/facts/facts.ts';
import { standing, unheldSaid } from '../../shared/formats/facts/standing.ts';
import { command, table, UsageError } from './command.ts';

export const tellFormats = command('formats', {
  usage: '[NAME]',
  about: `Lists the formats: their names, whether they go out and in, the endings of their files and their standard. With a NAME it tells
what that standard demands, what the format cannot hold, its encoding, escapes, ids, and how it says the language.`,
  options: {},
  positionals: true,
  async run({ positionals, terminal }) {
    const [name, ...more] = positionals;
    if (more.length > 0) throw new UsageError(`Expected one format, found ${positionals.length}.`);
    if (name === undefined) {
      await terminal.write(listing());
      return 0;
    }
    const fact = factNamed(name);
    if (fact === undefined) {
      const names = formatFacts.flatMap(({ names }) => names);
      throw new UsageError(`There is no format "${name}". Expected one of ${names.join(', ')}.`);
    }
    await terminal.write(told(fact));
    return 0;
  },
});

function listing(): string {
  const rows = formatFacts.map((fact) => {
    const { out, in: isIn, endings } = standing(fact);
    const ways = `${out ? 'out' : '   '} ${isIn ? 'in' : '  '}`;
    return [fact.names.join(', '), `${ways}  .${endings.join(' .').padEnd(17)}  ${fact.standard}`];
  });
  return table(rows);
}

function told(fact: FormatFact): string {
  const { out, in: isIn, endings, unheld } = standing(fact);
  const lost = unheld.map((rule) => unheldSaid[rule].en).join('; ');
  return `${fact.standard}${fact.address === null ? '' : `\n${fact.address}`}\n\n${table([
    ['names', fact.names.join(', ')],
    ['ways', [out && 'out', isIn && 'in'].filter(Boolean).join(', ')],
    ['files', endings.map((ending) => `.${ending}`).join(', ')],
    ['demands', fact.demands.en],
    ['not held', lost === '' ? 'nothing: all is in it' : `${lost}. The report of an export counts each.`],
    ['encoding', fact.encoding.en],
    ['escapes', fact.escapes.en],
    ['ids', fact.ids.en],
    ['language', fact.language.en],
  ])}`;
}
