import { Anchor, Button, Checkbox, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import styles from './memories.module.css';
import { type Memory, refreshMemories } from './query.ts';

interface MemoryTableProps {
  readonly memories: readonly Memory[];
  readonly chosen: string | null;
  readonly onChoose: (memory: string | null) => void;
}

/** The memories with what is decided about each. */
export function MemoryTable({ memories, chosen, onChoose }: MemoryTableProps) {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState<Memory | null>(null);
  const change = useMutation(queries.memory.change.mutationOptions({ onSuccess: refreshMemories }));
  const remove = useMutation(queries.memory.remove.mutationOptions({ onSuccess: refreshMemories }));
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['name', 'units', 'on', 'readOnly', 'priority', 'penalty'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`matches.page.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {memories.map((memory) => {
            const { id, isOwn, isShared, isOn, isReadOnly, priority, penalty, units } = memory;
            const name = memory.name || t('matches.page.own');
            const labelled = (column: 'on' | 'readOnly' | 'priority' | 'penalty') =>
              `${t(`matches.page.${column}`)}: ${name}`;
            return (
              <tr key={id} aria-current={id === chosen || undefined}>
                <th scope="row">
                  <UnstyledButton
                    className={styles.name ?? ''}
                    aria-expanded={id === chosen}
                    aria-label={t('matches.page.look', { name })}
                    onClick={() => onChoose(id === chosen ? null : id)}
                  >
                    <bdi>{name}</bdi>
                  </UnstyledButton>
                  {isShared && <small> {t('matches.page.forAll')}</small>}
                </th>
                <td className={styles.number}>{t('workbench.panel.count', { count: units })}</td>
                <td>
                  <Checkbox
                    aria-label={labelled('on')}
                    checked={isOn}
                    onChange={({ target }) => change.mutate({ id, isOn: target.checked })}
                  />
                </td>
                <td>
                  <Checkbox
                    aria-label={labelled('readOnly')}
                    checked={isReadOnly}
                    disabled={isOwn}
                    onChange={({ target }) => change.mutate({ id, isReadOnly: target.checked })}
                  />
                </td>
                {(['priority', 'penalty'] as const).map((column) => (
                  <td key={column}>
                    <NumberField
                      aria-label={labelled(column)}
                      size="xs"
                      className={styles.points ?? ''}
                      value={column === 'priority' ? priority : penalty}
                      min={column === 'priority' ? -99 : 0}
                      max={column === 'priority' ? 99 : 50}
                      allowDecimal={false}
                      clampBehavior="strict"
                      onChange={(value) => {
                        if (typeof value === 'number') change.mutate({ id, [column]: value });
                      }}
                    />
                  </td>
                ))}
                <td className={styles.acts}>
                  <Anchor
                    href={`/memory.tmx?memory=${encodeURIComponent(id)}`}
                    aria-label={t('matches.page.downloadOf', { name })}
                    download
                  >
                    {t('matches.page.download')}
                  </Anchor>
                  {!isOwn && (
                    <Button
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      aria-label={t('matches.page.removeOf', { name })}
                      onClick={() => setRemoving(memory)}
                    >
                      {t('matches.page.remove')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {removing && (
        <Dialog
          title={t('matches.page.removeOf', { name: removing.name })}
          width={420}
          onClose={() => setRemoving(null)}
        >
          <p>{t('matches.page.removeSure', { units: removing.units })}</p>
          <div className={styles.answers}>
            <Button variant="default" onClick={() => setRemoving(null)}>
              {t('matches.page.cancel')}
            </Button>
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate({ id: removing.id }, { onSettled: () => setRemoving(null) })}
            >
              {t('matches.page.remove')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
