import type { MachineChoice, MachineKind } from '../../shared/core/machine.ts';
import { chat } from './chat.ts';
import { deepl } from './deepl.ts';
import { libretranslate } from './libretranslate.ts';
import type { Protocol } from './protocol.ts';

const protocols: Readonly<Record<MachineKind, Protocol>> = { libretranslate, deepl, chat };

/** How a machine is spoken to. */
export function protocolOf({ kind }: Pick<MachineChoice, 'kind'>): Protocol {
  return protocols[kind];
}
