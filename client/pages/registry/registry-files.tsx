import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconFileCode, IconFileDownload, IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { tbxStyles } from '../../../shared/formats/registry/tbx-write.ts';
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
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={t('registry.file.tbx')}>
            <ActionIcon aria-label={t('registry.file.tbx')}>
              <IconFileCode size={18} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {tbxStyles.map((style) => (
            <Menu.Item
              key={style}
              component="a"
              href={`/registry.tbx?${new URLSearchParams({ project, style })}`}
              download
            >
              {t(`registry.file.${style}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isImporting && (
        <ImportDialog project={project} entities={entities} labels={labels} onClose={() => setImporting(false)} />
      )}
    </>
  );
}
