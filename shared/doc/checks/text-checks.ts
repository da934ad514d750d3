import type { Node } from 'prosemirror-model';
import { inconsistenciesInPieces, type SaidPair, saidPair } from '../../checks/inconsistent.ts';
import { type LengthBand, learnedBand, usualBand } from '../../checks/pair/length-band.ts';
import type { TextPair } from '../../checks/pair/rule.ts';
import { proofread, type Spelling } from '../../checks/spelling.ts';
import { termRemarks } from '../../checks/terms.ts';
import {
  inconsistencyRemark,
  pairRemarksInPieces,
  paragraphRemarks,
  type RuledRemark,
} from '../../checks/text-rules.ts';
import { uneditedRemark } from '../../checks/unedited.ts';
import { renderingHash } from '../../core/rendering-hash.ts';
import type { Span } from '../../core/span.ts';
import { isConfirmed } from '../../core/status.ts';
import { isAsTaken, type Taken } from '../../core/taken.ts';
import { isBlank } from '../../language/characters/blank.ts';
import type { Glossary } from '../../terms/glossary.ts';
import { segmentNodes } from '../model/read.ts';
import { segmentAttrs } from '../model/schema.ts';
import type { DocumentFinding } from './document-finding.ts';
import { type CheckPolicy, weightOf } from './policy.ts';
import type { SaidElsewhere } from './said-elsewhere.ts';
import { termPlace } from './term-place.ts';

/** A segment made ready for its texts to be checked. */
interface CheckedSegment {
  readonly id: string;
  readonly node: Node;
  readonly pair: TextPair;
  /** Somebody has vouched for it: what it lacks is a fault. */
  readonly isWhole: boolean;
  readonly isBlank: boolean;
  /** English without Persian, or left without English on purpose: there is nothing to compare. */
  readonly isAlone: boolean;
  readonly isLead: boolean;
  /** What a rendering was taken from that still reads as it came. */
  readonly asTaken: Taken | null;
  /** Where the English has names. */
  readonly named: readonly Span[];
}

/** What the texts of a document are compared with, beside each other. */
interface TextsKnown {
  readonly glossary?: Glossary | undefined;
  readonly spelling?: Spelling | undefined;
  readonly elsewhere?: readonly SaidElsewhere[] | undefined;
}

/** What is wrong with the texts of a document, in its order and in pieces that are short however long it is. What was found in a segment
 *  is not looked for again as long as the segment, its Persian and what is wanted stay the same object. */
export function* textFindingsInPieces(
  doc: Node,
  source: string,
  policy: CheckPolicy,
  { glossary, spelling, elsewhere = [] }: TextsKnown = {},
): Generator<void, readonly DocumentFinding[]> {
  const all: CheckedSegment[] = [];
  const paragraphs: CheckedSegment[][] = [];
  let end = 0;
  for (const node of segmentNodes(doc)) {
    const segment = segmentOf(node, source);
    const { from, to } = segmentAttrs(node);
    if (all.length === 0 || source.slice(end, from).includes('\n')) paragraphs.push([]);
    paragraphs.at(-1)?.push(segment);
    all.push(segment);
    end = to;
    yield;
  }
  const band = bandOf(policy, all);
  const others = yield* remarksTogether(all, paragraphs, elsewhere);
  const findings: DocumentFinding[] = [];
  for (const segment of all) {
    const ownOnes = yield* ownRemarks(segment, band);
    const remarks = [
      ...ownOnes,
      ...ofSpelling(segment, spelling),
      ...ofTerms(segment, glossary),
      ...unedited(segment),
      ...(others.get(segment) ?? []),
    ];
    if (remarks.length > 0) findings.push(...findingsOf(segment, remarks, policy));
    yield;
  }
  return findings;
}

/** Looks at the spelling of a document alone, in short pieces, so that words which are not known yet can be asked for before all is
 *  checked. */
export function* spellingInPieces(doc: Node, source: string, spelling: Spelling): Generator<void, void> {
  for (const node of segmentNodes(doc)) {
    ofSpelling(segmentOf(node, source), spelling);
    yield;
  }
}

/** What would be an error in the texts of a segment if somebody vouched for it as it stands. The ids are those that the findings will
 *  have. */
export function errorsIfConfirmed(
  node: Node,
  source: string,
  policy: CheckPolicy,
  { glossary, spelling }: Omit<TextsKnown, 'elsewhere'> = {},
): readonly DocumentFinding[] {
  const segment = { ...segmentOf(node, source), isWhole: true };
  const remarks = [
    ...whole(ownRemarks(segment, bands.get(policy) ?? usualBand)),
    ...ofSpelling(segment, spelling),
    ...ofTerms(segment, glossary),
    ...unedited(segment),
  ];
  return findingsOf(segment, remarks, policy).filter(({ severity }) => severity === 'error');
}

/** The words of a segment that no dictionary has. The ids are those that the findings of its document have. */
export function spellingFindings(
  node: Node,
  source: string,
  policy: CheckPolicy,
  spelling: Spelling,
): readonly DocumentFinding[] {
  const segment = segmentOf(node, source);
  const remarks = ofSpelling(segment, spelling);
  return remarks.length === 0 ? [] : findingsOf(segment, remarks, policy);
}

/** What work in pieces comes to, at once. */
function whole<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const read = new WeakMap<Node, CheckedSegment>();

function segmentOf(node: Node, source: string): CheckedSegment {
  const { id, from, to, status, leftOut, kind, taken } = segmentAttrs(node);
  const known = read.get(node);
  const persian = source.slice(from, to);
  if (known?.pair.source === persian) return known;
  const pair = { source: persian, target: node.textContent };
  const segment = {
    ...{ id, node, pair, isWhole: isConfirmed(status), isBlank: isBlank(pair.target) },
    ...{ isAlone: leftOut || isBlank(persian), isLead: kind === 'lead', named: namedIn(node) },
    asTaken: taken && isAsTaken(pair.target, taken) ? taken : null,
  };
  read.set(node, segment);
  return segment;
}

/** The stretches of the English of a segment that are names. */
function namedIn(node: Node): readonly Span[] {
  const named: Span[] = [];
  let from = 0;
  for (const part of node.children) {
    if (part.marks.length > 0) named.push({ from, to: from + part.nodeSize });
    from += part.nodeSize;
  }
  return named;
}

const bands = new WeakMap<CheckPolicy, LengthBand>();

/** So many segments show how long English is. */
const SHOWN = 3000;

/** How long English is in this document; learned once there is enough of it, and kept: each finding would move it. */
function bandOf(policy: CheckPolicy, all: readonly CheckedSegment[]): LengthBand {
  const known = bands.get(policy);
  if (known) return known;
  const whole = all.filter(({ isWhole, isAlone }) => isWhole && !isAlone).slice(0, SHOWN);
  const band = learnedBand(whole.map(({ pair }) => pair));
  if (band !== usualBand) bands.set(policy, band);
  return band;
}

const own = new WeakMap<CheckedSegment, { readonly band: LengthBand; readonly remarks: readonly RuledRemark[] }>();

function* ownRemarks(segment: CheckedSegment, band: LengthBand): Generator<void, readonly RuledRemark[]> {
  const known = own.get(segment);
  if (known?.band === band) return known.remarks;
  const found = segment.isAlone ? [] : yield* pairRemarksInPieces(segment.pair, band);
  const remarks = found.filter((remark) => isFault(segment, remark));
  own.set(segment, { band, remarks });
  return remarks;
}

/** A remark whose remedy stands elsewhere than what it is about. */
interface ToldRemark extends RuledRemark {
  readonly instead?: (Span & { readonly text: string }) | undefined;
}

const spelt = new WeakMap<CheckedSegment, { readonly spelling: Spelling; readonly remarks: readonly RuledRemark[] }>();

/** What no dictionary has; where words are not known yet, it is looked again. */
function ofSpelling(segment: CheckedSegment, spelling: Spelling | undefined): readonly RuledRemark[] {
  if (spelling === undefined || segment.isBlank) return [];
  const known = spelt.get(segment);
  if (known?.spelling === spelling) return known.remarks;
  const { remarks, isWhole } = proofread(segment.pair.target, segment.named, spelling);
  if (isWhole) spelt.set(segment, { spelling, remarks });
  return remarks;
}

const terms = new WeakMap<CheckedSegment, { readonly glossary: Glossary; readonly remarks: readonly ToldRemark[] }>();

function ofTerms(segment: CheckedSegment, glossary: Glossary | undefined): readonly ToldRemark[] {
  if (glossary === undefined || segment.isAlone || segment.isBlank) return [];
  const known = terms.get(segment);
  if (known?.glossary === glossary) return known.remarks;
  const remarks = termRemarks(segment.pair, glossary)
    .filter((remark) => isFault(segment, remark))
    .map((remark): ToldRemark => (remark.rule === 'term.missing' ? withPlace(segment, remark, glossary) : remark));
  terms.set(segment, { glossary, remarks });
  return remarks;
}

/** With the wanted term in place of the English that is linked with its Persian, where that is sure. */
function withPlace({ node, pair }: CheckedSegment, remark: RuledRemark, glossary: Glossary): ToldRemark {
  const place = termPlace(node, pair.source, remark, glossary);
  const wanted = String(remark.values.wanted ?? '');
  if (place === null || wanted === '') return remark;
  const text = place.from === 0 ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted;
  return { ...remark, instead: { ...place, text } };
}

function unedited({ isWhole, asTaken, pair }: CheckedSegment): readonly RuledRemark[] {
  const remark = isWhole && asTaken ? uneditedRemark(pair.target, asTaken) : null;
  return remark ? [remark] : [];
}

/** While somebody writes, what is not there yet is no fault; a speaker needs no full stop. */
function isFault({ isWhole, isBlank, isLead }: CheckedSegment, { rule, isLack }: RuledRemark): boolean {
  if (rule === 'source.zwnj') return true;
  if (isLead && rule === 'text.end') return false;
  return isWhole || (!isBlank && !isLack);
}

const said = new WeakMap<CheckedSegment, SaidPair>();

/** What is told of paragraphs and of all segments together, by the segment that it is about. Only what somebody has vouched for is
 *  compared, here and in other documents; of those nothing is told. */
function* remarksTogether(
  all: readonly CheckedSegment[],
  paragraphs: readonly (readonly CheckedSegment[])[],
  elsewhere: readonly SaidElsewhere[],
) {
  const others = new Map<CheckedSegment, RuledRemark[]>();
  const add = (segment: CheckedSegment | undefined, remark: RuledRemark) => {
    const known = segment && others.get(segment);
    if (known) known.push(remark);
    else if (segment) others.set(segment, [remark]);
  };
  for (const segments of paragraphs) {
    if (segments.every(({ isWhole }) => isWhole)) {
      for (const { at, ...remark } of remarksOf(segments)) add(segments[at], remark);
    }
    yield;
  }
  const whole = all.filter(({ isWhole, isBlank, isAlone }) => isWhole && !isBlank && !isAlone);
  const pairs = elsewhere.filter(({ isBefore }) => isBefore).map(saidPair);
  const first = pairs.length;
  yield;
  for (const segment of whole) {
    const known = said.get(segment) ?? saidPair(segment.pair);
    said.set(segment, known);
    pairs.push(known);
    yield;
  }
  pairs.push(...elsewhere.filter(({ isBefore }) => !isBefore).map(saidPair));
  const inconsistencies = yield* inconsistenciesInPieces(pairs);
  for (const found of inconsistencies) add(whole[found.at - first], inconsistencyRemark(found, pairs[found.at]));
  return others;
}

interface ParagraphFound {
  readonly segments: readonly CheckedSegment[];
  readonly remarks: ReturnType<typeof paragraphRemarks>;
}
const found = new WeakMap<CheckedSegment, ParagraphFound>();

function remarksOf(segments: readonly CheckedSegment[]): ParagraphFound['remarks'] {
  const [first] = segments;
  const known = first && found.get(first);
  const isSame = known?.segments.length === segments.length && known.segments.every((one, at) => one === segments[at]);
  if (known && isSame) return known.remarks;
  const remarks = paragraphRemarks(segments.map(({ pair }) => pair));
  if (first) found.set(first, { segments, remarks });
  return remarks;
}

function findingsOf({ id: segment, pair }: CheckedSegment, remarks: readonly ToldRemark[], policy: CheckPolicy) {
  const counts = new Map<string, number>();
  return remarks.flatMap(({ rule, side, from, to, values, fix, instead }): readonly DocumentFinding[] => {
    const severity = weightOf(rule, policy);
    if (severity === 'off') return [];
    const subject = `${rule}:${segment}:${renderingHash(JSON.stringify(values))}`;
    const count = (counts.get(subject) ?? 0) + 1;
    counts.set(subject, count);
    const place = instead ?? (fix === null || side !== 'target' ? null : { from, to, text: fix });
    return [
      {
        ...{ id: count === 1 ? subject : `${subject}:${count}`, rule, severity, segment, mention: null, values },
        found: { side, from, to },
        remedy: place && {
          ...{ kind: 'replace', segment, from: place.from },
          ...{ before: pair.target.slice(place.from, place.to), after: place.text },
        },
      },
    ];
  });
}
