import { Worker } from 'node:worker_threads';
import { type English, englishes, type Spelt, WordBook } from '../../shared/checks/spelling.ts';
import { dictionaries, type Misspelt, type SpellingOrder } from './dictionaries.ts';

/** Knows how English is spelt. */
export interface SpellingDesk {
  /** A book over what was said so far of the words of an English, by whoever asked. */
  book(english: English): WordBook;
  /** The words of these that are wrong. */
  look(order: SpellingOrder): Promise<Misspelt>;
  close(): Promise<void>;
}

/** Opens the dictionaries at the first question, in a thread of their own that `program` is; without one they are read here. */
export function openSpelling(program?: string): SpellingDesk {
  const thread = program === undefined ? null : inThread(program);
  const ask = thread?.ask ?? dictionaries();
  const said = new Map(englishes.map((english) => [english, new Map<string, Spelt>()]));
  const bookOf = (english: English) => new WordBook(said.get(english));
  return {
    book: bookOf,
    async look({ english, words }) {
      const book = bookOf(english);
      const unknown = words.filter((word) => book.look(word) === undefined);
      if (unknown.length > 0) book.put(unknown, await ask({ english, words: unknown }));
      const wrong = words.flatMap((word) => {
        const spelt = book.look(word);
        return spelt ? [[word, spelt] as const] : [];
      });
      return Object.fromEntries(wrong);
    },
    close: async () => thread?.close(),
  };
}

type Answer = { readonly id: number } & ({ readonly wrong: Misspelt } | { readonly failed: string });

function inThread(program: string) {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, { resolve(wrong: Misspelt): void; reject(error: Error): void }>();
  const start = (): Worker => {
    const begun = new Worker(program);
    begun.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) begun.unref();
      if ('failed' in answer) asked?.reject(new Error(answer.failed));
      else asked?.resolve(answer.wrong);
    });
    let reason: Error | null = null;
    begun.on('error', (error: Error) => {
      reason = error;
    });
    begun.on('exit', () => {
      if (worker === begun) worker = null;
      for (const { reject } of waiting.values()) {
        reject(reason ?? new Error('The thread of the dictionaries has ended'));
      }
      waiting.clear();
    });
    return begun;
  };
  return {
    ask(order: SpellingOrder): Promise<Misspelt> {
      worker ??= start();
      const to = worker;
      return new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        to.ref();
        to.postMessage({ id, order });
      });
    },
    close: async () => void (await worker?.terminate()),
  };
}
