import type { KeyboardEvent } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import styles from './entity-list.module.css';
import { EntityRow, optionId, ROW_HEIGHT } from './entity-row.tsx';
import type { Trouble } from './troubles.ts';
import { useWindow } from './use-window.ts';

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
  const { ref, first, end, page, onScroll, reveal } = useWindow<HTMLDivElement>(entities.length, ROW_HEIGHT);
  const active = entities.findIndex((entity) => entity.id === chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen is shown once, and may then be scrolled away
  useEffect(() => {
    if (active >= 0) reveal(active);
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
      aria-activedescendant={active >= first && active < end ? optionId(entities[active]?.id ?? '') : undefined}
      onScroll={onScroll}
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.all} style={{ blockSize: entities.length * ROW_HEIGHT }}>
        {entities.slice(first, end).map((entity, at) => (
          <EntityRow
            key={entity.id}
            entity={entity}
            labels={labels}
            troubles={troubles.get(entity.id) ?? []}
            query={query}
            place={first + at}
            count={entities.length}
            isChosen={entity.id === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  );
}
