import { Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type CommandGroup, command, commandGroups, commandIds } from './commands.ts';
import { KeyCap } from './key-cap.tsx';
import { bindingOf } from './keymap.ts';
import styles from './overlay.module.css';
import { useKeymap } from './remaps.ts';
import { useReturnFocus } from './use-return-focus.ts';

/** All keys at a glance. */
export function Overlay({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Modal
      opened
      returnFocus={false}
      onClose={onClose}
      size={860}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p className={styles.intro}>
        {t('keys.intro')}{' '}
        <Link to="/settings" onClick={onClose}>
          {t('keys.change')}
        </Link>
      </p>
      <div className={styles.groups}>
        {commandGroups.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </Modal>
  );
}

function Group({ group }: { readonly group: CommandGroup }) {
  const { t } = useTranslation();
  const keymap = useKeymap();
  const withKey = commandIds.filter((id) => command(id).group === group && bindingOf(id, keymap));
  return (
    <section className={styles.group}>
      <h3>{t(`keys.group.${group}`)}</h3>
      <dl>
        {withKey.map((id) => (
          <div key={id}>
            <dt>{t(`keys.command.${id}`)}</dt>
            <dd>
              <KeyCap command={id} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
