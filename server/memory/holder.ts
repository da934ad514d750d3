import { rm } from 'node:fs/promises';
import type { Run } from '../../shared/memory/index/fragments.ts';
import { type Found, MemoryIndex } from '../../shared/memory/index/memory-index.ts';
import { readIndex, writeIndex } from './index-file.ts';

/** A unit that is new or changed, or `null` for one that is no more. */
export interface UnitChange {
  readonly number: number;
  readonly source: string | null;
}

/** What is asked of the one who holds the indexes. */
export interface Orders {
  /** Reads the index of a memory from its file; gives the revision that it was at, `null` where there is none to be read. */
  load(order: { readonly memory: string; readonly file: string }): Promise<number | null>;
  /** Begins with an empty one. */
  clear(order: { readonly memory: string; readonly file: string }): Promise<void>;
  put(order: { readonly memory: string; readonly units: readonly UnitChange[] }): Promise<void>;
  find(order: {
    readonly memory: string;
    readonly texts: readonly string[];
    readonly limit?: number;
    readonly least?: number;
  }): Promise<readonly Found[]>;
  /** The longest pieces of a text that units hold. */
  fragments(order: { readonly memory: string; readonly text: string }): Promise<readonly Run[]>;
  /** Puts everything into one base and writes the file, where enough has changed since (a twentieth) or `always`. */
  keep(order: {
    readonly memory: string;
    readonly file: string;
    readonly revision: number;
    readonly always?: boolean;
  }): Promise<boolean>;
}

export type OrderName = keyof Orders;

/** Fewer changes are not worth a new file. */
const FEW = 500;

/** Holds the indexes of memories, in the thread that it runs in. */
export function indexHolder(): Orders {
  const held = new Map<string, MemoryIndex>();
  const indexOf = (memory: string) => {
    const index = held.get(memory) ?? new MemoryIndex();
    held.set(memory, index);
    return index;
  };
  return {
    async load({ memory, file }) {
      const kept = await readIndex(file);
      if (kept === null) return null;
      held.set(memory, new MemoryIndex(kept.arrays));
      return kept.revision;
    },
    async clear({ memory, file }) {
      held.delete(memory);
      await rm(file, { force: true });
    },
    async put({ memory, units }) {
      const index = indexOf(memory);
      for (const { number, source } of units) {
        if (source === null) index.remove(number);
        else index.put(number, source);
      }
    },
    async find({ memory, texts, ...options }) {
      const index = indexOf(memory);
      return texts.map((text) => index.find(text, options));
    },
    fragments: async ({ memory, text }) => indexOf(memory).fragments(text),
    async keep({ memory, file, revision, always = false }) {
      const index = indexOf(memory);
      if (!always && index.pending < Math.max(FEW, index.size / 20)) return false;
      await writeIndex(file, { revision, arrays: index.arrays() });
      return true;
    },
  };
}
