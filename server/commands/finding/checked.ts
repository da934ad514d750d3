import { setTimeout as pause } from 'node:timers/promises';
import type { KnownNames } from '../../../shared/doc/checks/checked.ts';
import { documentFindingsInPieces } from '../../../shared/doc/checks/document-checks.ts';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import { type CheckPolicy, weightOf } from '../../../shared/doc/checks/policy.ts';
import type { SaidElsewhere } from '../../../shared/doc/checks/said-elsewhere.ts';
import { spellingInPieces } from '../../../shared/doc/checks/text-checks.ts';
import type { Context } from '../../context.ts';
import type { SourcedDocument } from '../../timeline/rebuild.ts';
import { saidElsewhere } from './elsewhere.ts';
import { policyOf } from './policy.ts';
import { projectNames } from './project-names.ts';

/** How long a check keeps other requests waiting, in milliseconds. */
const SLICE = 10;

type Needs = Pick<Context, 'store' | 'memories' | 'spelling'>;

/** What the documents of a project are checked by. */
export interface CheckedBy {
  readonly names: KnownNames;
  readonly policy: CheckPolicy;
  /** How the other documents of the project say what one of them has too. */
  readonly elsewhere: (document: SourcedDocument) => Promise<readonly SaidElsewhere[]>;
  /** Asks the dictionaries for the words that were wanted so far. */
  readonly spelled: () => Promise<void>;
  /** True once a check did without the memory of the project or the dictionaries, which were not read in time. */
  readonly isBehind: () => boolean;
}

/** What the documents of a project are checked by as it is now. `patience` is how long a memory and dictionaries are waited for that are
 *  not read yet, in milliseconds, before documents are checked without them; when left out, as long as it takes. */
export async function projectChecks(ctx: Needs, project: string, patience?: number): Promise<CheckedBy> {
  const { db } = ctx.store;
  const policy = await policyOf(db, project);
  const book = weightOf('text.spelling', policy) === 'off' ? null : ctx.spelling.book(policy.english);
  const names = await projectNames(db, project, book);
  const isWanted = weightOf('text.inconsistent', policy) !== 'off';
  const missing = { memory: false, dictionaries: false };
  return {
    ...{ names, policy },
    async elsewhere(held) {
      if (!isWanted || missing.memory) return [];
      const said = await saidElsewhere(ctx, project, held, patience);
      missing.memory = said === null;
      return said ?? [];
    },
    async spelled() {
      const words = book?.takeWanted(Number.POSITIVE_INFINITY) ?? [];
      if (words.length === 0 || missing.dictionaries) return;
      const looked = ctx.spelling.look({ english: policy.english, words }).then(() => true);
      // Nobody waits twice.
      missing.dictionaries = !(patience === undefined
        ? await looked
        : await inTime(looked, missing.memory ? 0 : patience));
    },
    isBehind: () => missing.memory || missing.dictionaries,
  };
}

/** What `work` gives, or false where it takes longer than so many milliseconds. */
async function inTime(work: Promise<boolean>, patience: number): Promise<boolean> {
  const over = new AbortController();
  try {
    return await Promise.race([work, pause(patience, false, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}

/** All that the checks find in a document, in slices: others are answered between them. */
export async function checkedDocument(held: SourcedDocument, by: CheckedBy): Promise<readonly DocumentFinding[]> {
  const { names, policy } = by;
  const { doc, source } = held;
  const said = await by.elsewhere(held);
  // While a memory is being read, an answer is asked for again anyway: dictionaries that are not read yet come after the first.
  if (names.spelling && !by.isBehind()) {
    await inSlices(spellingInPieces(doc, source.text, names.spelling));
    await by.spelled();
  }
  const found = await inSlices(documentFindingsInPieces(doc, source.text, names, policy, said));
  if (by.isBehind()) await by.spelled();
  return found;
}

async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  for (let end = performance.now() + SLICE; ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setImmediate(resolve));
    end = performance.now() + SLICE;
  }
}
