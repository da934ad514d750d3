import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../shared/core/span.ts';
import { Lit, OccurrenceRow } from './occurrence-row.tsx';
import styles from './tick-list.module.css';

/** A place in its sentence on both sides; the spans count in `fa` and `en`. */
export interface TickRow {
  readonly key: string;
  readonly fa: string;
  readonly en: string;
  readonly source: Span | null;
  readonly rendering: Span | null;
  readonly note?: ReactNode;
}

/** Rows under one heading. */
export interface TickGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly TickRow[];
}

interface TickListProps {
  readonly groups: readonly TickGroup[];
  /** What the button says for so many rows. */
  readonly submit: (count: number) => string;
  readonly isBusy?: boolean;
  /** What stands under the rows. */
  readonly children?: ReactNode;
  /** Called with the keys of the rows that are ticked. */
  readonly onSubmit: (keys: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

/** Places in context, all ticked at first: Space unticks one, Enter applies the rest. */
export function TickList({ groups, submit, isBusy = false, children, onSubmit, onClose }: TickListProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const ticked = groups.flatMap(({ rows }) => rows.map(({ key }) => key)).filter((key) => !left.has(key));
  const tick = (rows: readonly TickRow[], on: boolean) => {
    const keys = new Set(rows.map(({ key }) => key));
    setLeft(new Set(on ? [...left].filter((key) => !keys.has(key)) : [...left, ...keys]));
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (ticked.length > 0 && !isBusy) onSubmit(new Set(ticked));
  };
  return (
    <form className={styles.sheet} onSubmit={apply}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <Group key={group.key} group={group} left={left} onTick={tick} />
        ))}
        {children}
      </div>
      <div className={styles.end}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button ref={button} data-autofocus type="submit" loading={isBusy} disabled={ticked.length === 0}>
          {submit(ticked.length)}
        </Button>
      </div>
    </form>
  );
}

interface GroupProps {
  readonly group: TickGroup;
  readonly left: ReadonlySet<string>;
  readonly onTick: (rows: readonly TickRow[], on: boolean) => void;
}

function Group({ group: { title, rows }, left, onTick }: GroupProps) {
  const { t } = useTranslation();
  const ticked = rows.filter(({ key }) => !left.has(key)).length;
  return (
    <section>
      <h3 className={styles.heading}>
        <Checkbox
          size="xs"
          aria-label={t('places.tickAll', { title })}
          checked={ticked === rows.length}
          indeterminate={ticked > 0 && ticked < rows.length}
          onChange={({ target }) => onTick(rows, target.checked)}
        />
        <bdi>{title}</bdi>
        <small>{t('places.ticked', { shown: ticked, count: rows.length })}</small>
      </h3>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <OccurrenceRow
            key={row.key}
            name={t('places.tick', { name: nameOf(row) })}
            isTicked={!left.has(row.key)}
            onTick={(on) => onTick([row], on)}
            fa={<Lit text={row.fa} span={row.source} />}
            en={<Lit text={row.en} span={row.rendering} />}
          >
            {row.note && <div className={styles.note}>{row.note}</div>}
          </OccurrenceRow>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ fa, en, source, rendering }: TickRow): string {
  if (source) return fa.slice(source.from, source.to);
  return rendering ? en.slice(rendering.from, rendering.to) : fa;
}
