import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListedEntity } from '../../../panels/entities/query.ts';
import { queries } from '../../../platform/server.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Trouble } from '../../../ui/trouble.tsx';
import { LabelsEditor } from './labels-editor.tsx';

interface LabelsDialogProps {
  readonly project: string;
  readonly entities: readonly ListedEntity[];
  readonly onClose: () => void;
}

/** The labels of a project, to be changed. */
export function LabelsDialog({ project, entities, onClose }: LabelsDialogProps) {
  const { t } = useTranslation();
  const labels = useQuery(queries.label.list.queryOptions({ project }));
  const counts = useQuery(queries.label.counts.queryOptions({ project }, { refetchOnMount: 'always' }));
  if (labels.data) {
    return (
      <LabelsEditor
        project={project}
        labels={labels.data}
        entities={entities}
        counts={counts.data ?? []}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog title={t('registry.labels.title')} width={920} onClose={onClose}>
      {labels.error && <Trouble error={labels.error} retry={() => void labels.refetch()} />}
    </Dialog>
  );
}
