import type { Node } from 'prosemirror-model';
import type { KnownNames } from './checked.ts';
import type { DocumentFinding } from './document-finding.ts';
import { entityFindingsInPieces } from './entity-checks.ts';
import { type CheckPolicy, weighed } from './policy.ts';
import type { SaidElsewhere } from './said-elsewhere.ts';
import { textFindingsInPieces } from './text-checks.ts';

/** All that the checks find in a document, in the order of its segments: of each first what is wrong with its names, then with its
 *  texts. `elsewhere` is what other documents of the project say of the same Persian. */
export function documentFindings(
  doc: Node,
  source: string,
  names: KnownNames,
  policy: CheckPolicy,
  elsewhere: readonly SaidElsewhere[] = [],
): readonly DocumentFinding[] {
  const work = documentFindingsInPieces(doc, source, names, policy, elsewhere);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same in pieces that are short however long the document is. */
export function* documentFindingsInPieces(
  doc: Node,
  source: string,
  names: KnownNames,
  policy: CheckPolicy,
  elsewhere: readonly SaidElsewhere[] = [],
): Generator<void, readonly DocumentFinding[]> {
  const ofNames = yield* entityFindingsInPieces(doc, source, names);
  const { glossary, spelling } = names;
  const ofTexts = yield* textFindingsInPieces(doc, source, policy, { glossary, spelling, elsewhere });
  return inOrder(doc, weighed<DocumentFinding>(ofNames, policy), ofTexts);
}

/** Findings of names and of texts as one list; each comes in the order of the document, but for those without a segment. */
function inOrder(
  doc: Node,
  ofNames: readonly DocumentFinding[],
  ofTexts: readonly DocumentFinding[],
): readonly DocumentFinding[] {
  if (ofTexts.length === 0) return ofNames;
  if (ofNames.length === 0) return ofTexts;
  const places = new Map<string, number>();
  for (const page of doc.children) {
    for (const node of page.children) places.set(node.attrs.id as string, places.size);
  }
  const placeOf = ({ segment }: DocumentFinding) => places.get(segment ?? '') ?? Number.POSITIVE_INFINITY;
  return [...ofNames, ...ofTexts]
    .map((finding, at) => ({ finding, place: placeOf(finding), at }))
    .sort((a, b) => (a.place === b.place ? a.at - b.at : a.place < b.place ? -1 : 1))
    .map(({ finding }) => finding);
}
