import { useEffect, useMemo, useState } from 'react';
import type { Spelling } from '../../../shared/checks/spelling.ts';
import type { Label } from '../../../shared/core/label.ts';
import type { CheckPolicy } from '../../../shared/doc/checks/policy.ts';
import type { SaidElsewhere } from '../../../shared/doc/checks/said-elsewhere.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import type { Glossary } from '../../../shared/terms/glossary.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { type CheckedDocument, DocumentReading } from './document-reading.ts';

/** How long typing rests before the document is checked again, in milliseconds: with 10,000 mentions that takes longer
 *  than a frame. */
const REST = 200;

/** How long a check may keep typing waiting, in milliseconds: it is done in such slices. */
const SLICE = 8;

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
      const found = reading?.goOn(SLICE) ?? null;
      if (found) {
        setChecked(found);
        if (reading?.isFresh) void learn();
        else timer = setTimeout(look, REST);
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
