import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { destinationOf, type MachineKind, machineKinds } from '../../../shared/core/machine.ts';
import { type Answers, queries, queryClient } from '../../platform/server.ts';
import { Moment } from '../../ui/moment.tsx';
import { notice } from '../../ui/notices.tsx';
import styles from './memories.module.css';

/** Where each usually listens. */
const usualAddresses: Readonly<Record<MachineKind, string>> = {
  libretranslate: 'http://localhost:5000',
  deepl: 'https://api-free.deepl.com',
  chat: 'http://localhost:11434/v1',
};

interface MachineFormProps {
  readonly project: string;
  readonly machine: Answers['machine']['ofProject'];
}

/** The machine of a project: where it is, its key, which is never told again, and whether it is asked. Nothing is sent before somebody
 *  has agreed to the sentence that says what is. */
export function MachineForm({ project, machine }: MachineFormProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState({ kind: machine.kind, address: machine.address, model: machine.model });
  const [key, setKey] = useState('');
  const [isForgotten, setForgotten] = useState(false);
  const [isOn, setOn] = useState(machine.isOn);
  const [hasTicked, setTicked] = useState(false);
  const to = destinationOf(said);
  const isSame = to !== null && to === destinationOf(machine);
  const agreed = to !== null && machine.agreed?.to === to ? machine.agreed : null;
  const hasKey = machine.hasKey && isSame;

  const choose = useMutation(
    queries.machine.choose.mutationOptions({
      onSuccess: async (chosen) => {
        if (!chosen.ok) return;
        notice(t('machine.saved'), 'machine');
        await queryClient.invalidateQueries(queries.machine.pathFilter());
      },
    }),
  );
  const test = useMutation(queries.machine.try.mutationOptions());
  const choice = {
    ...{ project, ...said, address: said.address.trim(), model: said.kind === 'chat' ? said.model.trim() : '' },
    ...(key.trim() !== '' ? { key: key.trim() } : isForgotten && { key: null }),
  };
  const say = (change: Partial<typeof said>) => {
    setSaid({ ...said, ...change });
    setTicked(false);
    choose.reset();
    test.reset();
  };
  const refused = choose.data?.ok === false ? choose.data.problems : [];

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate({ ...choice, isOn, isAgreed: hasTicked });
      }}
    >
      <div className={styles.form}>
        <NativeSelect
          label={t('machine.kind')}
          value={said.kind}
          data={machineKinds.map((value) => ({ value, label: t(`machine.kinds.${value}`) }))}
          onChange={({ target }) => say({ kind: machineKinds.find((kind) => kind === target.value) ?? said.kind })}
        />
        <TextInput
          label={t('machine.address')}
          maxLength={500}
          dir="ltr"
          type="url"
          className={styles.file ?? ''}
          placeholder={usualAddresses[said.kind]}
          value={said.address}
          error={refused.some(({ rule }) => rule === 'machine-address') && t('machine.badAddress')}
          onChange={({ target }) => say({ address: target.value })}
        />
        {said.kind === 'chat' && (
          <TextInput
            label={t('machine.model')}
            maxLength={200}
            dir="ltr"
            value={said.model}
            onChange={({ target }) => say({ model: target.value })}
          />
        )}
        <TextInput
          type="password"
          label={t('machine.key')}
          maxLength={4000}
          description={hasKey && !isForgotten ? t('machine.keyStored') : undefined}
          dir="ltr"
          autoComplete="off"
          className={styles.key ?? ''}
          value={key}
          onChange={({ target }) => setKey(target.value)}
        />
        {hasKey && (
          <Checkbox
            label={t('machine.forget')}
            checked={isForgotten}
            disabled={key !== ''}
            onChange={({ target }) => setForgotten(target.checked)}
          />
        )}
      </div>
      {to !== null && (
        <div className={styles.sent}>
          <p>{t(`machine.sent.${said.kind}`, { address: said.address.trim() })}</p>
          {agreed ? (
            <p>
              {t('machine.agreed')} <Moment at={agreed.at} />
            </p>
          ) : (
            <Checkbox
              label={t('machine.agree')}
              checked={hasTicked}
              onChange={({ target }) => setTicked(target.checked)}
            />
          )}
        </div>
      )}
      <div className={styles.choose}>
        <Checkbox
          label={t('machine.on')}
          checked={isOn}
          error={refused.some(({ rule }) => rule === 'machine-agreement') && t('machine.notAgreed')}
          onChange={({ target }) => setOn(target.checked)}
        />
        <Button variant="default" loading={test.isPending} disabled={to === null} onClick={() => test.mutate(choice)}>
          {t('machine.test')}
        </Button>
        <Button type="submit" loading={choose.isPending}>
          {t('machine.save')}
        </Button>
      </div>
      <div role="status" className={styles.outcome}>
        {test.data && <Tried tried={test.data} />}
      </div>
    </form>
  );
}

/** What came of a test. */
function Tried({ tried }: { readonly tried: Answers['machine']['try'] }) {
  const { t } = useTranslation();
  if ('trouble' in tried) {
    const { rule, said } = tried.trouble;
    return (
      <p>
        {t(`machine.trouble.${rule}`)} {said !== '' && <bdi>{said}</bdi>}
      </p>
    );
  }
  const seconds = Math.round(tried.milliseconds / 100) / 10;
  return <p>{t('machine.tested', { seconds, english: tried.english })}</p>;
}
