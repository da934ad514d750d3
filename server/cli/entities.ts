import { command, UsageError } from './command.ts';
import { projectMentions } from './entities-project.ts';
import { registryFrom } from './entities-registry.ts';
import { suggestMentions } from './entities-suggest.ts';
import { encodingOption, inputText } from './input.ts';

const actions = { suggest: suggestMentions, project: projectMentions } as const;

export const entities = command('entities', {
  usage: '(suggest | project) [--registry FILE] [--encoding ENCODING] < FILE',
  about: `suggest reads a Persian text on standard input and writes the mentions that it proposes as JSON:
{"paragraphs":[{"index":0,"mentions":[{"from":10,"to":15,"label":"GPE","text":"روسیه","entity":"Russia","reason":"gazetteer"}]}]}.
Offsets count UTF-16 units from the start of the paragraph; blank lines are no paragraphs.

project reads JSON Lines, a sentence with its rendering and its mentions each,
{"id":1,"source":"…","target":"…","mentions":[{"id":"m1","from":10,"to":15,"label":"GPE"}]}, and writes where the English of
the mentions stands: {"id":1,"projections":[{"mention":"m1","from":0,"to":7,"text":"Russian","score":0.92,"reason":"gazetteer"}]}.
Mentions without a proposal are left out. A line that cannot be read is told on standard error; the others are projected.

A registry has the columns label,fa,en,fa_other,en_other,wikidata,note. Other names are separated by |, and what one is for
stands after it in brackets, as in "OIC (short form)": first mention, short form, historical or forbidden.`,
  options: {
    registry: {
      type: 'string',
      value: 'FILE',
      about: 'the entities to know, as CSV',
    },
    encoding: encodingOption,
  },
  positionals: true,
  async run({ values, positionals: [name = '', ...more], terminal }) {
    const action = Object.hasOwn(actions, name) ? actions[name as keyof typeof actions] : undefined;
    if (action === undefined || more.length > 0) {
      throw new UsageError(`Expected suggest or project, found "${[name, ...more].join(' ')}".`);
    }
    const registry = await registryFrom(values.registry, terminal);
    const text = registry === null ? null : await inputText(terminal, values.encoding);
    return registry === null || text === null ? 1 : action(text, registry, terminal);
  },
});
