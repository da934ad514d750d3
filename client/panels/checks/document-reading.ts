import type { Node } from 'prosemirror-model';
import type { Spelling } from '../../../shared/checks/spelling.ts';
import type { Label } from '../../../shared/core/label.ts';
import type { KnownNames } from '../../../shared/doc/checks/checked.ts';
import { documentFindingsInPieces } from '../../../shared/doc/checks/document-checks.ts';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import type { CheckPolicy } from '../../../shared/doc/checks/policy.ts';
import type { SaidElsewhere } from '../../../shared/doc/checks/said-elsewhere.ts';
import { changedSegmentNodes } from '../../../shared/doc/model/difference.ts';
import { segmentMentions } from '../../../shared/doc/model/marked.ts';
import { eachSegment, segmentNodes } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { sourceTextOf } from '../../../shared/doc/model/source.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import { builtInGazetteerInPieces } from '../../../shared/names/gazetteer/gazetteer.ts';
import type { Glossary } from '../../../shared/terms/glossary.ts';
import { lookUp } from './spelling.ts';

/** So often a check begins anew because the document has changed before it is done: after that it goes on to its end, so that steady
 *  typing in a long document does not put it off for ever. */
const MOST_BEGINNINGS = 4;

/** What the checks found in a document, and where its segments stand. */
export interface CheckedDocument {
  readonly findings: readonly DocumentFinding[];
  /** 0-based places of the segments by id. */
  readonly places: ReadonlyMap<string, number>;
}

/** What has the document at work. */
interface AtWork {
  readonly state: { readonly doc: Node };
}

/** A check that has begun. */
interface Unread {
  readonly doc: Node;
  readonly work: Generator<void, CheckedDocument>;
}

/** Checks a document, and again when it has changed. */
export class DocumentReading {
  private readonly timeline: AtWork;
  private readonly source: string;
  private readonly entities: readonly Entity[];
  private readonly labels: readonly Label[];
  private readonly policy: CheckPolicy;
  private readonly elsewhere: readonly SaidElsewhere[];
  private readonly glossary: Glossary;
  private readonly spelling: Spelling | null;
  private isOld = false;
  /** Of how many words it was known, when the last check began, whether they are right. */
  private words = 0;
  private names: KnownNames | null = null;
  /** How often a check was begun since one came to its end. */
  private beginnings = 0;
  private unread: Unread | null = null;
  private last: { readonly doc: Node; readonly checked: CheckedDocument } | null = null;

  constructor(
    timeline: AtWork,
    source: string,
    entities: readonly Entity[],
    labels: readonly Label[],
    policy: CheckPolicy,
    elsewhere: readonly SaidElsewhere[],
    glossary: Glossary,
    spelling: Spelling | null,
  ) {
    this.timeline = timeline;
    this.source = source;
    this.entities = entities;
    this.labels = labels;
    this.policy = policy;
    this.elsewhere = elsewhere;
    this.glossary = glossary;
    this.spelling = spelling;
  }

  /** True when the document is as it was checked last. */
  get isFresh(): boolean {
    return !this.isOld && this.last?.doc === this.timeline.state.doc;
  }

  /** Asks for the words that the last check did not know; true once it is worth to check again. What is drawn asks for words too. */
  async learn(): Promise<boolean> {
    if (this.spelling === null) return false;
    await lookUp(this.spelling, this.policy.english);
    if (this.spelling.book.size === this.words) return false;
    this.isOld = true;
    this.unread = null;
    return true;
  }

  /** Checks on for a slice of time, in milliseconds; what is found once all has been checked, in the document as it is or as it was a moment ago (then it
   *  is not fresh), `null` before that. What was worked out for a document that has changed meanwhile is not worked out again for what
   *  stayed. */
  goOn(slice: number): CheckedDocument | null {
    return this.work(performance.now() + slice);
  }

  /** What is found in the document as it is now; the same object until something else is. */
  now(): CheckedDocument | null {
    return this.work(Number.POSITIVE_INFINITY);
  }

  private work(end: number): CheckedDocument | null {
    const { doc } = this.timeline.state;
    if (this.isFresh && this.last) return this.last.checked;
    const isOutdated = this.unread?.doc !== doc && (end === Number.POSITIVE_INFINITY || !this.isOverdue);
    const unread = this.unread === null || isOutdated ? this.begin(doc) : this.unread;
    for (;;) {
      const next = unread.work.next();
      if (next.done) {
        this.last = { doc: unread.doc, checked: next.value };
        this.unread = null;
        this.beginnings = 0;
        this.isOld = false;
        return next.value;
      }
      if (performance.now() > end) return null;
    }
  }

  /** True where a check goes on to its end although the document has changed: nothing is known yet, or it began anew too often. */
  private get isOverdue(): boolean {
    return this.last === null || this.beginnings >= MOST_BEGINNINGS;
  }

  private begin(doc: Node): Unread {
    this.unread = { doc, work: this.pieces(doc) };
    this.words = this.spelling?.book.size ?? 0;
    this.beginnings += 1;
    return this.unread;
  }

  private *pieces(doc: Node): Generator<void, CheckedDocument> {
    const source = sourceTextOf(doc, this.source);
    for (const segment of segmentNodes(doc)) {
      segmentMentions(doc, segment, source);
      yield;
    }
    const gazetteer = yield* builtInGazetteerInPieces();
    this.names ??= {
      entities: new Map(this.entities.map((entity) => [entity.id, entity])),
      gazetteer,
      labels: new Set(this.labels.map(({ id }) => id)),
      glossary: this.glossary,
      ...(this.spelling && { spelling: this.spelling }),
    };
    yield;
    const found = yield* documentFindingsInPieces(doc, source, this.names, this.policy, this.elsewhere);
    yield;
    const { last } = this;
    const findings = last && isSaidAlike(last.checked.findings, found) ? last.checked.findings : found;
    const places = last && isOrderedAlike(last.doc, doc) ? last.checked.places : placesOf(doc);
    const isAsBefore = findings === last?.checked.findings && places === last.checked.places;
    return isAsBefore ? last.checked : { findings, places };
  }
}

/** True when two lists tell of the same findings in the same words. */
function isSaidAlike(before: readonly DocumentFinding[], now: readonly DocumentFinding[]): boolean {
  return (
    before.length === now.length &&
    now.every((finding, at) => finding === before[at] || JSON.stringify(finding) === JSON.stringify(before[at]))
  );
}

/** True when a document has the segments of `before` in their order. */
function isOrderedAlike(before: Node, doc: Node): boolean {
  const { was, now } = changedSegmentNodes(before, doc);
  return was.length === now.length && now.every((node, at) => idOf(node) === idOf(was[at]));
}

function idOf(segment: Node | undefined): string | undefined {
  return segment && segmentAttrs(segment).id;
}

function placesOf(doc: Node): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  eachSegment(doc, (node, _pos, index) => {
    places.set(segmentAttrs(node).id, index);
    return true;
  });
  return places;
}
