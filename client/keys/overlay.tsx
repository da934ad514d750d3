import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { type CommandGroup, type CommandId, command, commandGroups, commandIds } from './commands.ts';
import { Cap, KeyCap } from './key-cap.tsx';
import { bindingOf, characterOf } from './keymap.ts';
import styles from './overlay.module.css';
import { useKeymap } from './remaps.ts';

/** All keys at a glance. */
export function Overlay({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} width={860} onClose={onClose}>
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
    </Dialog>
  );
}

function Group({ group }: { readonly group: CommandGroup }) {
  const { t } = useTranslation();
  const keymap = useKeymap();
  const withKey = commandIds.filter((id) => command(id).group === group && (bindingOf(id, keymap) ?? characterOf(id)));
  return (
    <section className={styles.group}>
      <h3>{t(`keys.group.${group}`)}</h3>
      <dl>
        {withKey.map((id) => (
          <div key={id}>
            <dt>{t(`keys.command.${id}`)}</dt>
            <dd>
              <KeyCap command={id} /> <Character id={id} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Character({ id }: { readonly id: CommandId }) {
  const character = characterOf(id);
  return character && <Cap name={character.code} />;
}
