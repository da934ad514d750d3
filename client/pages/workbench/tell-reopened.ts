import i18next from 'i18next';
import { queryClient } from '../../platform/server.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { noticeKept } from '../../ui/notices.tsx';
import { problemsText } from '../../ui/problem-text.ts';

/** Says why a document was opened again under the person, whenever that happens: the server has another history of it, or would not
 *  take what was done. */
export function tellReopened(timeline: Timeline): void {
  let { putBacks, refusal } = timeline;
  timeline.subscribe(() => {
    if (timeline.putBacks > putBacks) {
      noticeKept(i18next.t('workbench.putBack'), `put-back-${timeline.id}`);
      // Names, versions and counts that were asked for before are of the other history.
      void queryClient.invalidateQueries();
    } else if (timeline.refusal !== refusal) {
      noticeKept(
        i18next.t('workbench.refused', { why: problemsText(i18next.t, timeline.refusal) }),
        `refused-${timeline.id}`,
      );
    }
    ({ putBacks, refusal } = timeline);
  });
}
