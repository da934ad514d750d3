import { Button, Group, Radio } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import i18next from 'i18next';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import type { Contest, ReviewPreview } from '../../shared/wire/review.ts';
import { server } from '../platform/server.ts';
import { Dialog } from '../ui/dialog.tsx';
import { notice, noticeTrouble, noticeUndo } from '../ui/notices.tsx';
import { ProblemList } from '../ui/problem-list.tsx';
import { type Taken, takeReview } from './order.ts';
import styles from './review-dialog.module.css';
import { ReviewedTable } from './reviewed-table.tsx';

/** A reviewed file that came in, with what it would change. */
export interface Review {
  readonly file: File;
  readonly answer: Checked<ReviewPreview>;
}

interface ReviewDialogProps extends Review {
  /** Hears that documents have changed. */
  readonly onTaken: () => void;
  readonly onClose: () => void;
}

/** Shows what a reviewed Word document changes, row by row, and takes it over when asked to. */
export function ReviewDialog({ file, answer, onTaken, onClose }: ReviewDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('reviewing.title', { name: file.name })} width={1040} onClose={onClose}>
      {answer.ok ? (
        <ReviewForm file={file} preview={answer.value} onTaken={onTaken} onClose={onClose} />
      ) : (
        <div className={styles.form}>
          <div role="alert">
            <ProblemList problems={answer.problems} />
          </div>
          <div className={styles.end}>
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('app.close')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

interface ReviewFormProps extends Omit<ReviewDialogProps, 'answer'> {
  readonly preview: ReviewPreview;
}

function ReviewForm({ file, preview, onTaken, onClose }: ReviewFormProps) {
  const { t } = useTranslation();
  const [contested, setContested] = useState<Contest>('keep');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const take = useMutation({ mutationFn: () => takeReview(file, contested) });
  const changes = preview.documents.flatMap((document) => document.changes);
  const disputed = changes.filter(({ isContested }) => isContested).length;
  const count = contested === 'take' ? changes.length : changes.length - disputed;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const taken = await take.mutateAsync();
    if (!taken.ok) return setProblems(taken.problems);
    tell(taken.value);
    onTaken();
    onClose();
  };
  return (
    <form className={styles.form} aria-label={t('reviewing.form')} onSubmit={submit}>
      {preview.notes.length > 0 && <ProblemList problems={preview.notes} areNotes />}
      {preview.documents.map((document) => (
        <ReviewedTable key={document.document} reviewed={document} />
      ))}
      {disputed > 0 && (
        <Radio.Group
          label={t('reviewing.contested', { count: disputed })}
          value={contested}
          onChange={(value) => setContested(value === 'take' ? 'take' : 'keep')}
        >
          <Group gap="md" mt={4}>
            <Radio size="sm" value="keep" label={t('reviewing.keep')} />
            <Radio size="sm" value="take" label={t('reviewing.take')} />
          </Group>
        </Radio.Group>
      )}
      {problems.length > 0 && (
        <div role="alert">
          <ProblemList problems={problems} />
        </div>
      )}
      <div className={styles.end}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={take.isPending} disabled={count === 0}>
          {t('reviewing.submit', { count })}
        </Button>
      </div>
    </form>
  );
}

/** Says what was changed, with the way back. */
function tell({ rows, changes }: Taken): void {
  const { t } = i18next;
  const undo = async () => {
    const undone = await Promise.all(changes.map((change) => server.timeline.revert.mutate(change)));
    notice(t(undone.every(({ outcome }) => outcome === 'whole') ? 'reviewing.undone' : 'reviewing.partUndone'));
  };
  noticeUndo(t('reviewing.done', { count: rows }), () => void undo().catch(noticeTrouble));
}
