import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconDots, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface RowMenuProps {
  /** Of the button. */
  readonly id: string;
  readonly name: string;
  readonly onRename: () => void;
  readonly onArchive: () => void;
}

/** What can be done with a project or a document besides opening it. */
export function RowMenu({ id, name, onRename, onArchive }: RowMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <ActionIcon id={id} aria-label={t('library.actions', { name })}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} stroke={1.75} />} onClick={onRename}>
          {t('library.rename')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArchive size={15} stroke={1.75} />} onClick={onArchive}>
          {t('library.putAway')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
