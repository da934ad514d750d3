import { join } from 'node:path';
import type { Run } from '../../shared/memory/index/fragments.ts';
import type { Found } from '../../shared/memory/index/memory-index.ts';
import type { Reader } from '../db/database.ts';
import { changedUnits, hasRevision, revisionsOf } from '../db/memory.ts';
import { indexHolder } from './holder.ts';
import { type HolderElsewhere, inThread } from './in-thread.ts';

/** What was found, and whether all that the database holds was looked through. */
export interface Look {
  /** By memory, for each of the texts. */
  readonly found: ReadonlyMap<string, readonly Found[]>;
  /** Memories whose index is still being read or made. */
  readonly behind: readonly string[];
}

export interface Looking {
  readonly limit?: number;
  readonly least?: number;
  /** Milliseconds to wait for an index that is not there yet, unless much is to come; without one, as long as it takes. */
  readonly patience?: number;
}

/** The indexes of this process. The database is the truth: before each look-up the changes since the last are taken in, whoever made
 *  them. */
export interface Memories {
  look(memories: readonly string[], texts: readonly string[], looking?: Looking): Promise<Look>;
  /** By memory, the longest pieces of a text that its units hold; of memories that are still being read, none. */
  fragments(memories: readonly string[], text: string): Promise<ReadonlyMap<string, readonly Run[]>>;
  /** Writes the files of those that changed. */
  keep(): Promise<void>;
  close(): Promise<void>;
}

export interface MemoriesSettings {
  /** Where the files of indexes lie; they may be lost at any time. */
  readonly folder: string;
  /** The program of the thread that holds them; without one, they are held here. */
  readonly program?: string | undefined;
  readonly report: (error: unknown) => void;
}

/** Units read at a time. */
const AT_ONCE = 500;
/** Units put into an index at a time: a look-up that comes meanwhile waits for so many, and not for all that were read. */
const PIECE = 10;
/** Milliseconds without a look-up after which what changed is put in order and written. */
const IDLE = 15_000;

/** No unit has a higher number: the column holds 32 bits. */
const LAST = 2 ** 31 - 1;

interface Standing {
  /** How far the index has come. */
  revision: number;
  number: number;
  /** What brings it further, while it runs. */
  coming: Promise<void> | null;
  /** Ends once it is seen that much is to come. */
  far: Promise<void>;
  isFar: () => void;
  isLoaded: boolean;
  isChanged: boolean;
}

/** Opens the indexes of the memories of a database; none is read before it is needed. */
export function openMemories(reader: Reader, { folder, program, report }: MemoriesSettings): Memories {
  const standings = new Map<string, Standing>();
  const forget = (error: unknown) => {
    standings.clear();
    if (error !== null) report(error);
  };
  const holder: HolderElsewhere =
    program === undefined ? { ...indexHolder(), close: async () => {} } : inThread(program, forget);
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const fileOf = (memory: string) => join(folder, `${memory.replace(/[^\w-]/g, '_')}.index`);
  const standingOf = (memory: string): Standing => {
    const known = standings.get(memory);
    if (known) return known;
    const made = { ...wait(), revision: 0, number: -1, coming: null, isLoaded: false, isChanged: false };
    standings.set(memory, made);
    return made;
  };

  /** The index as its file has it, if that is of this database; else an empty one. */
  const load = async (memory: string, standing: Standing, head: number): Promise<void> => {
    const kept = await holder.load({ memory, file: fileOf(memory) });
    const isOurs = kept !== null && (kept === 0 || (kept <= head && (await hasRevision(reader, memory, kept))));
    if (!isOurs) await holder.clear({ memory, file: fileOf(memory) });
    standing.revision = isOurs ? kept : 0;
    standing.number = isOurs ? LAST : -1;
    standing.isLoaded = true;
  };

  const follow = async (memory: string, standing: Standing, head: number): Promise<void> => {
    // An older copy of the data was put back: what is held here is of another history.
    if (standing.isLoaded && standing.revision > head) standing.isLoaded = false;
    if (!standing.isLoaded) await load(memory, standing, head);
    // A thread that has ended takes all with it: whoever comes next begins anew.
    while (!isClosed && standings.get(memory) === standing) {
      const rows = await changedUnits(reader, memory, standing, AT_ONCE);
      const last = rows.at(-1);
      if (last === undefined) break;
      const units = rows.map(({ number, source, removed }) => ({ number, source: removed === 1 ? null : source }));
      for (let from = 0; from < units.length; from += PIECE) {
        await holder.put({ memory, units: units.slice(from, from + PIECE) });
      }
      standing.revision = Number(last.revision);
      standing.number = last.number;
      standing.isChanged = true;
      if (rows.length === AT_ONCE) standing.isFar();
    }
  };

  const bring = (memory: string, head: number): Promise<void> => {
    const standing = standingOf(memory);
    if (standing.isLoaded && standing.coming === null && standing.revision === head) return Promise.resolve();
    if (standing.coming === null) Object.assign(standing, wait());
    standing.coming ??= follow(memory, standing, head)
      .catch((error: unknown) => {
        standing.isLoaded = false;
        if (!isClosed) report(error);
      })
      .finally(() => {
        standing.coming = null;
      });
    return standing.coming;
  };

  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep().catch(report), IDLE);
    timer.unref();
  };

  const keep = async (always = false) => {
    for (const [memory, standing] of standings) {
      if (!standing.isChanged || !standing.isLoaded || standing.coming !== null) continue;
      const { revision } = standing;
      standing.isChanged = false;
      if (!(await holder.keep({ memory, file: fileOf(memory), revision, always }))) standing.isChanged = true;
    }
  };

  return {
    async look(memories, texts, { patience, ...options } = {}) {
      const heads = await revisionsOf(reader, memories);
      const known = memories.filter((memory) => heads.has(memory));
      const come = (memory: string) => bring(memory, Number(heads.get(memory)));
      if (patience === undefined) await Promise.all(known.map(come));
      else {
        const soon = known.map((memory) => Promise.race([come(memory), standingOf(memory).far]));
        await withPatience(Promise.all(soon), patience);
      }
      const behind = known.filter((memory) => !standingOf(memory).isLoaded || standingOf(memory).coming !== null);
      const found = new Map<string, readonly Found[]>();
      for (const memory of known) {
        if (!standingOf(memory).isLoaded) continue;
        found.set(memory, await holder.find({ memory, texts, ...options }));
      }
      rest();
      return { found, behind };
    },
    async fragments(memories, text) {
      const runs = new Map<string, readonly Run[]>();
      for (const memory of memories) {
        if (standings.get(memory)?.isLoaded) runs.set(memory, await holder.fragments({ memory, text }));
      }
      return runs;
    },
    keep: () => keep(true),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await Promise.all([...standings.values()].map(({ coming }) => coming));
      await holder.close();
    },
  };
}

function wait(): Pick<Standing, 'far' | 'isFar'> {
  let isFar = () => {};
  const far = new Promise<void>((resolve) => {
    isFar = resolve;
  });
  return { far, isFar };
}

async function withPatience(work: Promise<unknown>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}
