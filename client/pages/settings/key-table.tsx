import { Button, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CommandGroup, command, commandGroups, commandIds } from '../../keys/commands.ts';
import { resetKeys, useKeymap } from '../../keys/remaps.ts';
import { KeyRow } from './key-row.tsx';
import styles from './key-table.module.css';

/** Every command with its key, which can be changed here. */
export function KeyTable() {
  const { t } = useTranslation();
  const { remaps } = useKeymap();
  return (
    <section className={styles.keys} aria-labelledby="keys-title">
      <div className={styles.head}>
        <h2 id="keys-title">{t('settings.keys.title')}</h2>
        {Object.keys(remaps).length > 0 && (
          <Button variant="subtle" color="gray" size="compact-md" onClick={resetKeys}>
            {t('settings.keys.resetAll')}
          </Button>
        )}
      </div>
      <p className={styles.note}>{t('settings.keys.note')}</p>
      <table className={styles.table}>
        {/* The columns explain themselves to the eye; the words are for those who hear the table. */}
        <VisuallyHidden component="thead">
          <tr>
            <th scope="col">{t('settings.keys.command')}</th>
            <th scope="col">{t('settings.keys.key')}</th>
          </tr>
        </VisuallyHidden>
        {commandGroups.map((group) => (
          <Group key={group} group={group} />
        ))}
      </table>
    </section>
  );
}

function Group({ group }: { readonly group: CommandGroup }) {
  const { t } = useTranslation();
  return (
    <tbody>
      <tr>
        <th className={styles.group} colSpan={2} scope="rowgroup">
          {t(`keys.group.${group}`)}
        </th>
      </tr>
      {commandIds
        .filter((id) => command(id).group === group)
        .map((id) => (
          <KeyRow key={id} id={id} />
        ))}
    </tbody>
  );
}
