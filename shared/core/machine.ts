import type { MemoryMatch } from './memory.ts';

/** The protocols that machines for translation are spoken to in: that of LibreTranslate, that of DeepL, and the chat of OpenAI, which
 *  llama.cpp, Ollama and vLLM speak too. */
export const machineKinds = ['libretranslate', 'deepl', 'chat'] as const;
export type MachineKind = (typeof machineKinds)[number];

/** What a project says of its machine. */
export interface MachineChoice {
  readonly kind: MachineKind;
  /** Where it listens: an https address, or an http one of this machine or the local network. */
  readonly address: string;
  /** The language model, where there are several; `''` for none. */
  readonly model: string;
}

/** A Persian text with its English: a name or a term that is agreed, or a neighbour with what it is rendered by so far (`''` for
 *  nothing). */
export interface Agreed {
  readonly fa: string;
  readonly en: string;
}

/** What goes wrong with a machine; the interface says each in its words.
 *
 * - `address`: it cannot be reached there by what is allowed, or what is there is no machine
 * - `unreachable`, `slow`: nothing answers, or not in time
 * - `busy`: it says that it is asked too much
 * - `key`, `quota`: it does not take the key, or its allowance is used up
 * - `keyLost`: the key that was stored cannot be read on this server
 * - `elsewhere`: it sends to another host
 * - `failed`: it says that something went wrong
 * - `endless`, `garbled`, `empty`, `long`, `foreign`: what it answers has no end, is not of its protocol, or is no English of the text
 */
export const machineTroubles = [
  'address',
  'unreachable',
  'slow',
  'busy',
  'key',
  'quota',
  'keyLost',
  'elsewhere',
  'failed',
  'endless',
  'garbled',
  'empty',
  'long',
  'foreign',
] as const;

export interface MachineTrouble {
  readonly rule: (typeof machineTroubles)[number];
  /** What the machine itself says, in one short line; `''` for nothing. */
  readonly said: string;
  /** When it may be asked again, in milliseconds since 1970; `null` where asking the same again would give the same. */
  readonly until: number | null;
}

/** Where the suggestion of a machine stands. */
export type MachineSuggestion =
  | { readonly state: 'off' }
  | { readonly state: 'coming' }
  | { readonly state: 'done'; readonly english: string }
  | { readonly state: 'trouble'; readonly trouble: MachineTrouble };

/** The same as it is told for a segment: with where the answer has the English of its mentions. */
export type NamedSuggestion =
  | Exclude<MachineSuggestion, { readonly state: 'done' }>
  | { readonly state: 'done'; readonly english: string; readonly names: MemoryMatch['names'] };

/** Where texts are sent to by `address`: who agreed to one destination has not agreed to another. `null` for no address. */
export function destinationOf({ kind, address }: Pick<MachineChoice, 'kind' | 'address'>): string | null {
  const origin = /^https?:\/\/[^/?#\s@\\]+/iu.exec(address)?.[0].toLowerCase();
  return origin === undefined ? null : `${kind} ${origin}`;
}

/** What a machine is called in the rows that it filled. */
export function nameOfMachine({ model, address }: Pick<MachineChoice, 'model' | 'address'>): string {
  return model || hostOf(address);
}

/** The host of an address; of what is none, all of it. */
export function hostOf(address: string): string {
  return /^https?:\/\/([^/?#\s@\\]+)/iu.exec(address)?.[1]?.toLowerCase() ?? address;
}
