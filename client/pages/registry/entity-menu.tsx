import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowMerge, IconDots, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

interface EntityMenuProps {
  readonly project: string;
  readonly entity: ListedEntity;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  /** The entity is not there any more; `next` is the one that took its place, if any. */
  readonly onGone: (next: string | null) => void;
}

/** What can be done with an entity besides changing it. */
export function EntityMenu({ project, entity, entities, labels, onGone }: EntityMenuProps) {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<'merge' | 'remove' | null>(null);
  const close = () => setSheet(null);
  const gone = (next: string | null) => {
    close();
    onGone(next);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('registry.actions', { name: titleOf(entity) })}>
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowMerge size={15} stroke={1.75} />}
            disabled={entities.length < 2}
            onClick={() => setSheet('merge')}
          >
            {t('registry.merge.open')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} stroke={1.75} />} onClick={() => setSheet('remove')}>
            {t('registry.remove.open')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {sheet === 'merge' && (
        <MergeDialog
          project={project}
          entity={entity}
          entities={entities}
          labels={labels}
          onClose={close}
          onMerged={gone}
        />
      )}
      {sheet === 'remove' && <RemoveDialog project={project} entity={entity} onClose={close} onRemoved={gone} />}
    </>
  );
}
