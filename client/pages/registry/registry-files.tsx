import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFileDownload, IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { ImportDialog } from './import-dialog.tsx';

interface RegistryFilesProps {
  readonly project: string;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
}

/** The registry goes out as a file, and files come in. */
export function RegistryFiles({ project, entities, labels }: RegistryFilesProps) {
  const { t } = useTranslation();
  const [isImporting, setImporting] = useState(false);
  const address = `/registry.csv?${new URLSearchParams({ project })}`;
  return (
    <>
      <Tooltip label={t('registry.file.import')}>
        <ActionIcon aria-label={t('registry.file.import')} onClick={() => setImporting(true)}>
          <IconFileUpload size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('registry.file.export')}>
        <ActionIcon
          aria-label={t('registry.file.export')}
          renderRoot={(props) => <a {...props} href={address} download />}
        >
          <IconFileDownload size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      {isImporting && (
        <ImportDialog project={project} entities={entities} labels={labels} onClose={() => setImporting(false)} />
      )}
    </>
  );
}
