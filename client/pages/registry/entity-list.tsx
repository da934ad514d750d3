import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import styles from './entity-list.module.css';
import { EntityRow, optionId, ROW_HEIGHT } from './entity-row.tsx';
import type { Trouble } from './troubles.ts';

/** Rows drawn beyond either edge. */
const MARGIN = 8;

interface EntityListProps {
  readonly id: string;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  readonly troubles: ReadonlyMap<string, readonly Trouble[]>;
  readonly query: string;
  /** Id of the entity that is chosen. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Goes on to what the chosen one says. */
  readonly onOpen: () => void;
}

/** The entities in two wings on one spine. Only the rows in sight are drawn; arrows move the choice. */
export function EntityList({ entities, labels, troubles, query, chosen, onChoose, onOpen, id }: EntityListProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: entities.length,
    getScrollElement: () => ref.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: MARGIN,
  });
  const drawn = list.getVirtualItems();
  const page = Math.max(1, Math.floor((list.scrollRect?.height ?? 0) / ROW_HEIGHT) - 1);
  const active = entities.findIndex((entity) => entity.id === chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen is shown once, and may then be scrolled away
  useEffect(() => {
    if (active >= 0) list.scrollToIndex(active);
  }, [active]);

  const keys = (event: KeyboardEvent) => {
    const last = entities.length - 1;
    const goal = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Enter' && active >= 0) onOpen();
    else if (goal === undefined || last < 0) return;
    else onChoose(entities[Math.max(0, Math.min(last, goal))]?.id ?? '');
    event.preventDefault();
  };

  return (
    <div
      ref={ref}
      id={id}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('registry.title')}
      aria-activedescendant={
        drawn.some(({ index }) => index === active) ? optionId(entities[active]?.id ?? '') : undefined
      }
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.all} style={{ blockSize: list.getTotalSize() }}>
        {drawn.map(({ index }) => {
          const entity = entities[index];
          return (
            entity && (
              <EntityRow
                key={entity.id}
                entity={entity}
                labels={labels}
                troubles={troubles.get(entity.id) ?? []}
                query={query}
                place={index}
                count={entities.length}
                isChosen={entity.id === chosen}
                onChoose={onChoose}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
