import type { KnownNames } from '../../../shared/doc/checks/checked.ts';
import { documentFindingsInPieces } from '../../../shared/doc/checks/document-checks.ts';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import { type CheckPolicy, weightOf } from '../../../shared/doc/checks/policy.ts';
import type { SaidElsewhere } from '../../../shared/doc/checks/said-elsewhere.ts';
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
  readonly spelling: Context['spelling'];
  /** How the other documents of the project say what one of them has too. */
  readonly elsewhere: (document: SourcedDocument) => Promise<readonly SaidElsewhere[]>;
}

/** What the documents of a project are checked by as it is now. */
export async function projectChecks(ctx: Needs, project: string): Promise<CheckedBy> {
  const { db } = ctx.store;
  const policy = await policyOf(db, project);
  const book = weightOf('text.spelling', policy) === 'off' ? null : ctx.spelling.book(policy.english);
  const names = await projectNames(db, project, book);
  const isWanted = weightOf('text.inconsistent', policy) !== 'off';
  return {
    ...{ names, policy, spelling: ctx.spelling },
    elsewhere: async (held) => (isWanted ? saidElsewhere(ctx, project, held) : []),
  };
}

/** All that the checks find in a document, in slices: others are answered between them. */
export async function checkedDocument(held: SourcedDocument, by: CheckedBy): Promise<readonly DocumentFinding[]> {
  const said = await by.elsewhere(held);
  const found = await inSlices(held, by, said);
  return (await isLookedUp(by)) ? inSlices(held, by, said) : found;
}

/** Asks the dictionaries for what a check wanted to know; true where there was such. */
async function isLookedUp({ names, policy, spelling }: CheckedBy): Promise<boolean> {
  const words = names.spelling?.book.takeWanted(Number.POSITIVE_INFINITY) ?? [];
  if (words.length > 0) await spelling.look({ english: policy.english, words });
  return words.length > 0;
}

async function inSlices(
  held: SourcedDocument,
  { names, policy }: CheckedBy,
  said: readonly SaidElsewhere[],
): Promise<readonly DocumentFinding[]> {
  const work = documentFindingsInPieces(held.doc, held.source.text, names, policy, said);
  for (let end = performance.now() + SLICE; ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setImmediate(resolve));
    end = performance.now() + SLICE;
  }
}
