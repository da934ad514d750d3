import type { Node } from 'prosemirror-model';
import { useEffect, useMemo, useState } from 'react';
import type { KnownNames } from '../../../shared/doc/checks/checked.ts';
import { entityFindings } from '../../../shared/doc/checks/entity-checks.ts';
import type { EntityFinding } from '../../../shared/doc/checks/entity-finding.ts';
import { changedSegmentNodes } from '../../../shared/doc/model/difference.ts';
import { segmentMentions } from '../../../shared/doc/model/marked.ts';
import { eachSegment, segmentNodes } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import { builtInGazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import type { Timeline } from '../../timeline/timeline.ts';

/** How long typing rests before the document is checked again, in milliseconds: with 10,000 mentions that takes longer
 *  than a frame. */
const REST = 200;

/** How long reading may keep typing waiting, in milliseconds; where nothing has been read yet, it is read in such slices. */
const SLICE = 8;

/** What the checks found in a document, and where its segments stand. */
export interface CheckedDocument {
  readonly findings: readonly EntityFinding[];
  /** 0-based places of the segments by id. */
  readonly places: ReadonlyMap<string, number>;
}

/** Checks a document, and again when it has changed. */
class DocumentReading {
  private readonly timeline: Timeline;
  private readonly source: string;
  private readonly entities: readonly Entity[];
  private names: KnownNames | null = null;
  private unread: { readonly doc: Node; readonly segments: Generator<Node> } | null = null;
  private last: { readonly doc: Node; readonly checked: CheckedDocument } | null = null;

  constructor(timeline: Timeline, source: string, entities: readonly Entity[]) {
    this.timeline = timeline;
    this.source = source;
    this.entities = entities;
  }

  /** True when the document is as it was checked last. */
  get isFresh(): boolean {
    return this.last?.doc === this.timeline.state.doc;
  }

  /** Reads on for a slice of time; true when all has been read that is asked for by `now`. */
  readOn(): boolean {
    const { doc } = this.timeline.state;
    if (this.unread?.doc !== doc) this.unread = { doc, segments: segmentNodes(doc) };
    const end = performance.now() + SLICE;
    for (let next = this.unread.segments.next(); !next.done; next = this.unread.segments.next()) {
      segmentMentions(doc, next.value, this.source);
      if (performance.now() > end) return false;
    }
    return true;
  }

  /** What is found in the document as it is now; the same object until something else is. */
  now(): CheckedDocument {
    const { doc } = this.timeline.state;
    if (this.last?.doc === doc) return this.last.checked;
    this.names ??= {
      entities: new Map(this.entities.map((entity) => [entity.id, entity])),
      gazetteer: builtInGazetteer(),
    };
    const found = entityFindings(doc, this.source, this.names);
    const { last } = this;
    const findings = last && isSaidAlike(last.checked.findings, found) ? last.checked.findings : found;
    const places = last && isOrderedAlike(last.doc, doc) ? last.checked.places : placesOf(doc);
    const isAsBefore = findings === last?.checked.findings && places === last.checked.places;
    const checked = isAsBefore ? last.checked : { findings, places };
    this.last = { doc, checked };
    return checked;
  }
}

/** The findings of the document at work as they were when typing rested; `null` until it has been checked once. `check`
 *  looks at it now, so that nothing is done about what is not the case any more. */
export function useCheckedDocument(
  timeline: Timeline,
  source: string,
  entities: readonly Entity[] | undefined,
): { readonly checked: CheckedDocument | null; readonly check: () => CheckedDocument | null } {
  const reading = useMemo(
    () => entities && new DocumentReading(timeline, source, entities),
    [timeline, source, entities],
  );
  const [checked, setChecked] = useState<CheckedDocument | null>(null);
  useEffect(() => {
    if (!reading) return;
    let timer = setTimeout(look, REST);
    const stop = timeline.subscribe(() => {
      if (reading.isFresh) return;
      clearTimeout(timer);
      timer = setTimeout(look, REST);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };

    function look() {
      if (reading?.readOn()) setChecked(reading.now());
      else timer = setTimeout(look);
    }
  }, [reading, timeline]);

  const check = useMemo(
    () => () => {
      const now = reading?.now() ?? null;
      setChecked(now);
      return now;
    },
    [reading],
  );
  return { checked, check };
}

/** True when two lists tell of the same findings in the same words. */
function isSaidAlike(before: readonly EntityFinding[], now: readonly EntityFinding[]): boolean {
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
