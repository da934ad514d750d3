import type { Node } from 'prosemirror-model';
import { useEffect, useMemo, useState } from 'react';
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
import type { Timeline } from '../../timeline/timeline.ts';
import { lookUp } from './spelling.ts';

/** How long typing rests before the document is checked again, in milliseconds: with 10,000 mentions that takes longer
 *  than a frame. */
const REST = 200;

/** How long a check may keep typing waiting, in milliseconds: it is done in such slices. */
const SLICE = 8;

/** What the checks found in a document, and where its segments stand. */
export interface CheckedDocument {
  readonly findings: readonly DocumentFinding[];
  /** 0-based places of the segments by id. */
  readonly places: ReadonlyMap<string, number>;
}

/** Checks a document, and again when it has changed. */
class DocumentReading {
  private readonly timeline: Timeline;
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
  private unread: { readonly doc: Node; readonly work: Generator<void, CheckedDocument> } | null = null;
  private last: { readonly doc: Node; readonly checked: CheckedDocument } | null = null;

  constructor(
    timeline: Timeline,
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

  /** Checks on for a slice of time; what is found once all has been checked, `null` before that. What was worked out for a
   *  document that has changed meanwhile is not worked out again for what stayed. */
  goOn(): CheckedDocument | null {
    return this.work(performance.now() + SLICE);
  }

  /** What is found in the document as it is now; the same object until something else is. */
  now(): CheckedDocument | null {
    return this.work(Number.POSITIVE_INFINITY);
  }

  private work(end: number): CheckedDocument | null {
    const { doc } = this.timeline.state;
    if (this.last?.doc === doc && !this.isOld) return this.last.checked;
    if (this.unread?.doc !== doc) {
      this.unread = { doc, work: this.pieces(doc) };
      this.words = this.spelling?.book.size ?? 0;
    }
    for (;;) {
      const next = this.unread.work.next();
      if (next.done) {
        this.last = { doc, checked: next.value };
        this.isOld = false;
        return next.value;
      }
      if (performance.now() > end) return null;
    }
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

/** The findings of the document at work as they were when typing rested; `null` until it has been checked once. `check`
 *  looks at it now, so that nothing is done about what is not the case any more; before the first check, which takes longest,
 *  it gives `null`. */
export function useCheckedDocument(
  timeline: Timeline,
  source: string,
  entities: readonly Entity[] | undefined,
  labels: readonly Label[] | undefined,
  policy: CheckPolicy | undefined,
  elsewhere: readonly SaidElsewhere[],
  glossary: Glossary | undefined,
  spelling: Spelling | null | undefined,
): { readonly checked: CheckedDocument | null; readonly check: () => CheckedDocument | null } {
  const reading = useMemo(
    () =>
      entities && labels && policy && glossary && spelling !== undefined
        ? new DocumentReading(timeline, source, entities, labels, policy, elsewhere, glossary, spelling)
        : null,
    [timeline, source, entities, labels, policy, elsewhere, glossary, spelling],
  );
  const [checked, setChecked] = useState<CheckedDocument | null>(null);
  useEffect(() => {
    if (!reading) return;
    let isOver = false;
    let timer = setTimeout(look, REST);
    const stop = timeline.subscribe(() => {
      if (reading.isFresh) return;
      clearTimeout(timer);
      timer = setTimeout(look, REST);
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };

    function look() {
      const found = reading?.goOn() ?? null;
      if (found) {
        setChecked(found);
        void learn();
      } else timer = setTimeout(look);
    }

    async function learn() {
      if (!(await reading?.learn()) || isOver) return;
      clearTimeout(timer);
      timer = setTimeout(look);
    }
  }, [reading, timeline]);

  const isFirst = checked === null;
  const check = useMemo(
    () => () => {
      const now = isFirst ? null : (reading?.now() ?? null);
      if (now) setChecked(now);
      return now;
    },
    [reading, isFirst],
  );
  return { checked, check };
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
