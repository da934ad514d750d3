import { persianRules } from '../../shared/language/sentences/rules.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import type { Registry } from '../../shared/names/registry/registry.ts';
import { listSuggestions } from '../../shared/names/suggestion/listing.ts';
import { suggester } from '../../shared/names/suggestion/suggestion.ts';
import type { ExitCode } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Writes the mentions that the registry and the gazetteers propose in a Persian text. */
export async function suggestMentions(text: string, registry: Registry, terminal: Terminal): Promise<ExitCode> {
  const knowledge = suggester({ registry, gazetteer: builtInGazetteer(), earlier: [] });
  await terminal.write(`${JSON.stringify(listSuggestions(text, persianRules, knowledge))}\n`);
  return 0;
}
