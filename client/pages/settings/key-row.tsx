import { ActionIcon } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Binding, keyCaps } from '../../keys/binding.ts';
import type { CommandId } from '../../keys/commands.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import { KeyRecorder } from '../../keys/key-recorder.tsx';
import { bindingOf, ownBinding, type Refusal, refusal } from '../../keys/keymap.ts';
import { rebind, useKeymap } from '../../keys/remaps.ts';
import styles from './key-table.module.css';

/** A key that was refused, and why. */
interface Refused {
  readonly binding: Binding;
  readonly why: Refusal;
}

/** A command and its key. A key that it may not have is refused in words. */
export function KeyRow({ id }: { readonly id: CommandId }) {
  const { t } = useTranslation();
  const keymap = useKeymap();
  const [refused, setRefused] = useState<Refused | null>(null);
  const name = t(`keys.command.${id}`);

  const give = (binding: Binding | null): boolean => {
    const why = binding && refusal(id, binding, keymap);
    setRefused(binding && why && { binding, why });
    if (why) return false;
    rebind(id, binding);
    return true;
  };

  return (
    <tr>
      <td>
        {name}
        {refused && <RefusalNote {...refused} />}
      </td>
      <td className={styles.key}>
        {keymap.remaps[id] !== undefined && (
          <ActionIcon
            aria-label={t('settings.keys.resetOne', { command: name })}
            title={t('settings.keys.reset')}
            size={26}
            onClick={() => give(ownBinding(id, keymap.mac))}
          >
            <IconRestore size={16} stroke={1.75} />
          </ActionIcon>
        )}
        <KeyRecorder name={t('settings.keys.change', { command: name })} onKey={give} onLeave={() => setRefused(null)}>
          {bindingOf(id, keymap) ? <KeyCap command={id} /> : t('settings.keys.none')}
        </KeyRecorder>
      </td>
    </tr>
  );
}

function RefusalNote({ binding, why }: Refused) {
  const { t } = useTranslation();
  const { mac } = useKeymap();
  const key = keyCaps(binding, mac).join(' ');
  const reason = why.reason === 'typesText' && mac ? 'typesTextMac' : why.reason;
  const by = why.reason === 'taken' ? t(`keys.command.${why.by}`) : '';
  return (
    <p role="alert" className={styles.refused}>
      {t(`settings.keys.refused.${reason}`, { key, command: by })}
    </p>
  );
}
