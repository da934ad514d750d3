import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Lit, OccurrenceRow } from '../../ui/occurrence-row.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './concordance.module.css';
import { MoveDialog } from './move-dialog.tsx';
import { byRendering, type Occurrence, type Rendered } from './renderings.ts';
import { SplitOff } from './split-off.tsx';

interface ConcordanceProps {
  readonly project: string;
  readonly entity: ListedEntity;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  /** Some mentions have become those of another entity. */
  readonly onSplit: (made: string) => void;
}

/** Every mention in its sentence on both sides, by how it was rendered; those ticked can be split off as a new entity, or
 *  moved to another one. */
export function Concordance({ project, entity, entities, labels, onSplit }: ConcordanceProps) {
  const { t } = useTranslation();
  const { id } = entity;
  const found = useQuery(queries.entity.concordance.queryOptions({ project, id }, { refetchOnMount: 'always' }));
  const groups = useMemo(() => byRendering(found.data ?? []), [found.data]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [sheet, setSheet] = useState<'split' | 'move' | null>(null);
  const chosen = found.data?.filter((one) => ticked.has(keyOf(one))) ?? [];

  const tick = (occurrences: readonly Occurrence[], on: boolean) => {
    const keys = occurrences.map(keyOf);
    setTicked(on ? new Set([...ticked, ...keys]) : new Set([...ticked].filter((key) => !keys.includes(key))));
  };

  if (found.error) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  if (found.data?.length === 0) return <p className={styles.none}>{t('registry.concordance.none')}</p>;
  return (
    <>
      {groups.map((group) => (
        <Group key={group.rendering ?? ''} group={group} entity={entity} ticked={ticked} onTick={tick} />
      ))}
      {chosen.length > 0 && (
        <div className={styles.chosen}>
          {entities.length > 1 && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setSheet('move')}>
              {t('registry.concordance.move', { count: chosen.length })}
            </Button>
          )}
          <Button variant="default" size="compact-sm" onClick={() => setSheet('split')}>
            {t('registry.concordance.split', { count: chosen.length })}
          </Button>
        </div>
      )}
      {sheet === 'move' && (
        <MoveDialog
          project={project}
          entity={entity}
          entities={entities}
          labels={labels}
          occurrences={chosen}
          onClose={() => setSheet(null)}
          onMoved={onSplit}
        />
      )}
      {sheet === 'split' && (
        <SplitOff
          project={project}
          entity={entity}
          labels={labels}
          occurrences={chosen}
          onClose={() => setSheet(null)}
          onSplit={onSplit}
        />
      )}
    </>
  );
}

interface GroupProps {
  readonly group: Rendered;
  readonly entity: ListedEntity;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (occurrences: readonly Occurrence[], on: boolean) => void;
}

function Group({ group: { rendering, occurrences }, entity, ticked, onTick }: GroupProps) {
  const { t } = useTranslation();
  const count = occurrences.filter((one) => ticked.has(keyOf(one))).length;
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>
        <Checkbox
          size="xs"
          aria-label={t('registry.concordance.tickAll', { rendering: rendering ?? t('registry.concordance.waiting') })}
          checked={count === occurrences.length}
          indeterminate={count > 0 && count < occurrences.length}
          onChange={({ target }) => onTick(occurrences, target.checked)}
        />
        {rendering === null ? (
          <span>{t('registry.concordance.waiting')}</span>
        ) : (
          <bdi lang="en" data-own={rendering === entity.en || undefined}>
            {rendering}
          </bdi>
        )}
        <small>{t('registry.count', { count: occurrences.length })}</small>
      </h3>
      <ul className={styles.occurrences}>
        {occurrences.map((one) => (
          <OccurrenceRow
            key={keyOf(one)}
            name={t('registry.concordance.tick', { title: one.title })}
            isTicked={ticked.has(keyOf(one))}
            onTick={(on) => onTick([one], on)}
            fa={<Lit text={one.fa} span={one.source} />}
            en={<Lit text={one.en} span={one.rendering} />}
          >
            <Link to="/documents/$document" params={{ document: one.document }} search={{ segment: one.segment }}>
              <bdi>{one.title}</bdi>
            </Link>
          </OccurrenceRow>
        ))}
      </ul>
    </section>
  );
}

function keyOf({ document, mention }: Occurrence): string {
  return `${document} ${mention}`;
}
