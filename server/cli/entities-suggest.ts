import { builtInGazetteer } from '../../shared/core/gazetteer.ts';
import type { Registry } from '../../shared/core/registry.ts';
import { persianRules } from '../../shared/core/rules.ts';
import { suggester } from '../../shared/core/suggestion.ts';
import { listSuggestions } from '../../shared/core/suggestion-listing.ts';
import type { ExitCode } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Writes the mentions that the registry and the gazetteers propose in a Persian text. */
export async function suggestMentions(text: string, registry: Registry, terminal: Terminal): Promise<ExitCode> {
  const knowledge = suggester({ registry, gazetteer: builtInGazetteer(), earlier: [] });
  await terminal.write(`${JSON.stringify(listSuggestions(text, persianRules, knowledge))}\n`);
  return 0;
}
