import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { RecordList } from '../../ui/record-list.tsx';
import { EntityRow } from './entity-row.tsx';
import type { Trouble } from './troubles.ts';

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

/** The entities that are listed. */
export function EntityList({ entities, labels, troubles, query, ...list }: EntityListProps) {
  const { t } = useTranslation();
  return (
    <RecordList
      {...list}
      label={t('registry.title')}
      records={entities}
      row={(entity) => (
        <EntityRow entity={entity} labels={labels} troubles={troubles.get(entity.id) ?? none} query={query} />
      )}
    />
  );
}

const none: readonly never[] = [];
