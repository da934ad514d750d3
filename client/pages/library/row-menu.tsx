import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconDots, IconPencil } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface RowMenuProps {
  /** Of the button. */
  readonly id: string;
  readonly button?: Ref<HTMLButtonElement>;
  readonly name: string;
  /** What comes before renaming, and between it and the archive. */
  readonly before?: ReactNode;
  readonly between?: ReactNode;
  readonly onRename: () => void;
  readonly onArchive: () => void;
}

/** What can be done with a project or a document. */
export function RowMenu({ id, button, name, before, between, onRename, onArchive }: RowMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <ActionIcon ref={button ?? null} id={id} aria-label={t('library.actions', { name })}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {before}
        <Menu.Item leftSection={<IconPencil size={15} stroke={1.75} />} onClick={onRename}>
          {t('library.rename')}
        </Menu.Item>
        {between}
        <Menu.Item leftSection={<IconArchive size={15} stroke={1.75} />} onClick={onArchive}>
          {t('library.putAway')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
