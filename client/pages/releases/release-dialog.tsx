import { Button, Group, MultiSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formats } from '../../../shared/formats/corpus/row.ts';
import { formatKey } from '../../exporting/format-key.ts';
import { queries, queryClient } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { DocumentsChoice } from './documents-choice.tsx';
import { isComplete, newDraft, orderOf } from './draft.ts';
import type { Release } from './query.ts';
import styles from './release-dialog.module.css';
import { SegmentsChoice } from './segments-choice.tsx';
import { SplitsChoice } from './splits-choice.tsx';

interface ReleaseDialogProps {
  readonly project: string;
  readonly onClose: () => void;
}

/** Chooses documents, segments, formats and splits, and has a release made of them. */
export function ReleaseDialog({ project, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation();
  const { data: releases } = useQuery(queries.release.list.queryOptions({ project }));
  return (
    <Dialog title={t('releases.dialog.title')} width={860} onClose={onClose}>
      {releases && <ReleaseForm project={project} releases={releases} onClose={onClose} />}
    </Dialog>
  );
}

function ReleaseForm({ project, releases, onClose }: ReleaseDialogProps & { readonly releases: readonly Release[] }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => newDraft(releases));
  const change = (part: Partial<typeof draft>) => setDraft((known) => ({ ...known, ...part }));
  const make = useMutation(queries.release.make.mutationOptions());
  const name = useRef<HTMLInputElement>(null);
  // The dialog has given the focus away where the releases came after it.
  useEffect(() => name.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const begun = await make.mutateAsync(orderOf(project, draft));
    if (!begun.ok) return;
    await queryClient.invalidateQueries(queries.job.pathFilter());
    onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <TextInput
            ref={name}
            data-autofocus
            dir="auto"
            label={t('releases.dialog.name')}
            description={t('releases.dialog.nameText')}
            maxLength={200}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput
            dir="auto"
            label={t('releases.dialog.licence')}
            description={t('releases.dialog.licenceText')}
            maxLength={200}
            value={draft.licence}
            onChange={(event) => change({ licence: event.currentTarget.value })}
          />
          <MultiSelect
            label={t('releases.dialog.formats')}
            data={formats.map((known) => ({ value: known, label: t(`exporting.formats.${formatKey(known)}`) }))}
            value={[...draft.formats]}
            onChange={(chosen) => change({ formats: formats.filter((known) => chosen.includes(known)) })}
            searchable
            hidePickedOptions
          />
          <Link to="/formats" target="_blank" className={styles.formats}>
            {t('formats.all')}
          </Link>
          <DocumentsChoice project={project} chosen={draft.documents} onChoose={(documents) => change({ documents })} />
        </div>
        <div className={styles.column}>
          <SegmentsChoice
            filters={draft.filters}
            duplicates={draft.duplicates}
            onFilter={(filters) => change({ filters: { ...draft.filters, ...filters } })}
            onDuplicates={(duplicates) => change({ duplicates })}
          />
          <SplitsChoice draft={draft} onChange={change} />
        </div>
      </div>
      {make.data && !make.data.ok && (
        <div role="alert">
          <ProblemList problems={make.data.problems} />
        </div>
      )}
      {make.error && <Trouble error={make.error} />}
      <Group justify="flex-end" gap="sm">
        {!isComplete(draft) && <span className={styles.missing}>{t('releases.dialog.nothing')}</span>}
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" disabled={!isComplete(draft)} loading={make.isPending}>
          {t('releases.dialog.submit')}
        </Button>
      </Group>
    </form>
  );
}
