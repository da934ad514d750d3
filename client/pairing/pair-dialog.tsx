import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/core/problem.ts';
import type { TableHead } from '../../shared/core/table-columns.ts';
import { KeyHint } from '../keys/key-hint.tsx';
import { useCommands } from '../keys/use-commands.ts';
import { ColumnChoices } from '../ui/column-choices.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemList } from '../ui/problem-list.tsx';
import { useOneAtATime } from '../ui/use-one-at-a-time.ts';
import { beginPair, type Destination, isWhole, type PairOrder, type Side } from './order.ts';
import styles from './pair-dialog.module.css';
import { PairOptions } from './pair-options.tsx';
import { PreviewedPair } from './previewed-pair.tsx';
import { SideField } from './side-field.tsx';
import { usePreview } from './use-preview.ts';

interface PairDialogProps {
  readonly destination: Destination;
  /** What it is called: the project or the document. */
  readonly name: string;
  /** What is at hand already. */
  readonly sides?: readonly Side[] | undefined;
  /** Brings the files in as they are, each a text of its own; left out where nobody may mean that. */
  readonly onSeparate?: (() => void) | undefined;
  /** Hears of the job that has begun. */
  readonly onBegun: (job: string) => void;
  readonly onClose: () => void;
}

/** Puts two texts that belong together side by side, shows what would become of them, and brings them in when asked to. */
export function PairDialog({ destination, name, ...props }: PairDialogProps) {
  const { t } = useTranslation();
  const title = destination.kind === 'project' ? 'pairing.into' : 'pairing.onto';
  return (
    <Dialog title={t(title, { name })} width={1040} onClose={props.onClose}>
      <PairForm destination={destination} {...props} />
    </Dialog>
  );
}

function PairForm({ destination, sides = [], ...props }: Omit<PairDialogProps, 'name'>) {
  const { onSeparate, onBegun, onClose } = props;
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [order, setOrder] = useState<PairOrder>({
    ...{ destination, sides: [sides[0] ?? null, sides[1] ?? null], paragraphs: 'soft', shape: 'auto', swap: false },
    columns: null,
  });
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const { answer, isAsking } = usePreview(order);
  const begin = useMutation({ mutationFn: () => beginPair(order, title.trim()) });

  const change = (part: Partial<PairOrder>) => {
    setRefused([]);
    setOrder({ ...order, ...part });
  };
  const setSide = (index: 0 | 1, side: Side | null) => {
    const [first, second] = order.sides;
    change({
      sides: index === 0 ? [side, second] : [first, side],
      swap: side === null ? false : order.swap,
      columns: null,
    });
  };
  /** Files go where there is room, in the order in which they came. */
  const take = (index: 0 | 1, files: readonly File[]) => {
    const [first, second] = files.map((file): Side => ({ kind: 'file', file }));
    if (!first) return;
    if (second && isPair) change({ sides: [first, second], swap: false, columns: null });
    else setSide(index, first);
  };
  const isPair = destination.kind === 'project';
  const preview = answer?.ok ? answer.value : null;
  const isTurned = preview ? preview.turned : order.swap;
  const canSwap = isPair && (order.sides[0] !== null || order.sides[1] !== null);
  const swap = () => {
    if (!canSwap) return;
    const { places: { fa, en } = {}, ...rest } = order.columns ?? {};
    change(
      order.columns
        ? { columns: { ...rest, places: { ...(en !== undefined && { fa: en }), ...(fa !== undefined && { en: fa }) } } }
        : { swap: !order.swap },
    );
  };
  useCommands({ 'pair.swap': swap });

  const bringIn = useOneAtATime(async () => {
    const begun = await begin.mutateAsync();
    if (!begun.ok) return setRefused(begun.problems);
    onBegun(begun.value.job);
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    return bringIn();
  };

  const table = useLastTable(order, preview?.table ?? null);
  const problems = answer && !answer.ok ? answer.problems : refused;
  const roles = isTurned ? (['target', 'source'] as const) : (['source', 'target'] as const);
  const role = (index: 0 | 1) => (isPair ? roles[index] : 'target');
  const languageOf = (index: 0 | 1) => (preview ? preview.languages[role(index)] : null);
  return (
    <form className={styles.form} aria-label={t('pairing.form')} onSubmit={submit}>
      <p className={styles.hint}>
        {t(isPair ? 'pairing.hint' : 'pairing.hintEnglish')}{' '}
        <Link to="/formats" target="_blank">
          {t('formats.all')}
        </Link>
      </p>
      <div className={styles.sides} data-single={!isPair || undefined}>
        <SideField
          role={role(0)}
          language={languageOf(0)}
          side={order.sides[0]}
          problems={problems}
          onSide={(side) => setSide(0, side)}
          onFiles={(files) => take(0, files)}
        />
        {isPair && (
          <>
            <Button
              className={styles.swap ?? ''}
              variant="subtle"
              color="gray"
              size="compact-sm"
              disabled={!canSwap}
              onClick={swap}
            >
              <KeyHint commands={['pair.swap']} label={t('pairing.swap')} />
            </Button>
            <SideField
              role={role(1)}
              language={languageOf(1)}
              side={order.sides[1]}
              problems={problems}
              onSide={(side) => setSide(1, side)}
              onFiles={(files) => take(1, files)}
            />
          </>
        )}
      </div>
      <PairOptions order={order} found={preview?.shape ?? null} onChange={change} />
      {table && (
        <ColumnChoices
          table={order.columns ? { ...table, columns: order.columns } : table}
          names={['fa', 'en']}
          onChoose={(columns) => change({ columns })}
        />
      )}
      <div className={styles.outcome} aria-live="polite" aria-busy={isAsking}>
        {problems.length > 0 ? (
          <div className={styles.problems} role="alert">
            <ProblemList problems={problems} />
          </div>
        ) : (
          <PreviewedPair preview={preview} isAsking={isAsking} />
        )}
      </div>
      <div className={styles.end}>
        {isPair && (
          <input
            className={styles.title}
            dir={title === '' ? undefined : 'auto'}
            maxLength={200}
            aria-label={t('library.import.documentTitle')}
            placeholder={
              preview?.title ? t('pairing.titleFound', { title: preview.title }) : t('library.import.titleHint')
            }
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
        {onSeparate && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              onSeparate();
              onClose();
            }}
          >
            {t('pairing.separate')}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={begin.isPending} disabled={!isWhole(order) || (answer !== null && !answer.ok)}>
          {t(isPair ? 'pairing.submit' : 'pairing.submitEnglish')}
        </Button>
      </div>
    </form>
  );
}

/** The table that is looked at, also while its columns are chosen so that it cannot be read. */
function useLastTable({ sides, columns }: PairOrder, found: TableHead | null): TableHead | null {
  const [last, setLast] = useState<{ readonly sides: PairOrder['sides']; readonly table: TableHead } | null>(null);
  if (found !== null && last?.table !== found) setLast({ sides, table: found });
  return found ?? (columns !== null && last?.sides === sides ? last.table : null);
}
