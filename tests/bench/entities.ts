import type { Entity } from '../../shared/names/entity/entity.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import { registryOf } from '../../shared/names/registry/registry.ts';
import { registrySearch } from '../../shared/names/registry/search.ts';
import { registrySounds } from '../../shared/names/registry/sounds.ts';
import { suggester } from '../../shared/names/suggestion/suggestion.ts';
import { type Figure, medianTime } from './figure.ts';
import { entitiesOf } from './names.ts';
import { longSource } from './sample.ts';

const FEW = 100;
const MANY = 20_000;
const LENGTH = 100_000;

/** Looking names up among 20,000 entities, beside the same among 100. Typing into a search wants an answer within a frame,
 *  16 ms; a document its suggestions within a second. */
export async function measure(): Promise<readonly Figure[]> {
  const [few, many] = [entitiesOf(FEW), entitiesOf(MANY)];
  const gazetteer = builtInGazetteer();
  const text = longSource(LENGTH);
  const suggesting = (among: readonly Entity[]) => {
    const { suggest } = suggester({ registry: registryOf(among), gazetteer, earlier: [] });
    return medianTime(() => suggest(text));
  };
  const searching = (among: readonly Entity[], query: string) => {
    const search = registrySearch(among);
    return medianTime(() => search.find(query));
  };
  const sounds = registrySounds(many);
  const base = `suggest in ${LENGTH} characters, ${FEW} entities`;
  return [
    { name: `make a registry of ${MANY} entities`, value: await medianTime(() => registryOf(many)), unit: 'ms' },
    { name: `make a search over ${MANY} entities`, value: await medianTime(() => registrySearch(many)), unit: 'ms' },
    { name: 'search, one letter', value: await searching(many, 'ا'), unit: 'ms' },
    { name: 'search, a word', value: await searching(many, 'همکاری'), unit: 'ms' },
    { name: 'entities that sound alike', value: await medianTime(() => sounds.like('لاوروف', 'fa')), unit: 'ms' },
    { name: base, value: await suggesting(few), unit: 'ms' },
    { name: `suggest, ${MANY} entities`, value: await suggesting(many), unit: 'ms', of: base },
  ];
}
