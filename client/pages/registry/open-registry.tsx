import { useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { useCommands } from '../../keys/use-commands.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { DeletedList } from './deleted-list.tsx';
import { type Aspect, Detail } from './detail.tsx';
import { emptyRecord } from './draft.ts';
import { EntityList } from './entity-list.tsx';
import { EntityMenu } from './entity-menu.tsx';
import { Filters } from './filters.tsx';
import { GoneEntity } from './gone-entity.tsx';
import { NewEntity } from './new-entity.tsx';
import styles from './open-registry.module.css';
import type { Trouble } from './troubles.ts';
import { useListing } from './use-listing.ts';

interface OpenRegistryProps {
  readonly project: string;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  /** Id of the entity beside the list, `'new'` for one that is being made, or `null`. */
  readonly shown: string | null;
  readonly aspect: Aspect;
  readonly onShow: (id: string | null, aspect: Aspect) => void;
  readonly isDeletedListed: boolean;
  readonly onDeleted: (isListed: boolean) => void;
}

/** The list, and beside it one entity. */
export function OpenRegistry(props: OpenRegistryProps) {
  const { project, entities, labels, shown, aspect, onShow, isDeletedListed, onDeleted } = props;
  const { t } = useTranslation();
  const listing = useListing(entities, labels);
  const { wanted, setWanted } = listing;
  const list = useId();
  const search = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const chosen = entities.find(({ id }) => id === shown);
  const counts = useMemo(() => countsOf(listing.troubles), [listing.troubles]);
  const toList = () => document.getElementById(list)?.focus();
  useCommands({ 'find.open': () => search.current?.select() });

  const state = isDeletedListed ? 'deleted' : entities.length === 0 ? 'empty' : 'choose';
  const empty = (
    <div className={styles.empty}>
      <h2>{t(`registry.${state}.title`)}</h2>
      <p>{t(`registry.${state}.text`)}</p>
    </div>
  );

  return (
    <div className={styles.registry}>
      {isDeletedListed ? (
        <DeletedList
          id={list}
          project={project}
          labels={labels}
          search={search}
          chosen={shown}
          onChoose={(id) => onShow(id, 'record')}
          onOpen={() => (chosen ? first : back).current?.focus()}
          onLeave={() => onDeleted(false)}
        />
      ) : (
        <div className={styles.listing}>
          <Filters
            project={project}
            search={search}
            labels={labels}
            wanted={wanted}
            onWanted={setWanted}
            counts={counts}
            shown={listing.shown.length}
            total={entities.length}
            onDeleted={() => onDeleted(true)}
            onDown={() => {
              const found = listing.now();
              const [top] = found;
              if (top && !found.some(({ id }) => id === shown)) onShow(top.id, aspect);
              toList();
            }}
          />
          {entities.length > 0 && listing.shown.length === 0 ? (
            <p className={styles.nothing}>{t('registry.noMatch')}</p>
          ) : (
            <EntityList
              id={list}
              entities={listing.shown}
              labels={labels}
              troubles={listing.troubles}
              query={wanted.query}
              chosen={shown}
              onChoose={(id) => onShow(id, aspect)}
              onOpen={() => first.current?.focus()}
            />
          )}
        </div>
      )}
      <section className={styles.beside} aria-label={t('registry.beside')}>
        {shown === 'new' && (
          <div className={styles.making}>
            <h2 className={styles.heading}>{t('registry.create.title')}</h2>
            <NewEntity
              project={project}
              labels={labels}
              record={emptyRecord(wanted.label ?? labels[0]?.id ?? '')}
              onMade={(id) => onShow(id, 'record')}
              onCancel={() => onShow(null, 'record')}
            />
          </div>
        )}
        {chosen && (
          <Detail
            key={chosen.id}
            project={project}
            entity={chosen}
            entities={entities}
            labels={labels}
            troubles={listing.troubles.get(chosen.id) ?? []}
            aspect={aspect}
            onAspect={(next) => onShow(chosen.id, next)}
            first={first}
            onLeave={toList}
            onSplit={(made) => onShow(made, 'record')}
            menu={
              <EntityMenu
                project={project}
                entity={chosen}
                entities={entities}
                labels={labels}
                onGone={(next) => {
                  onShow(next, 'record');
                  toList();
                }}
              />
            }
          />
        )}
        {!chosen && shown === null && empty}
        {!chosen && shown !== null && shown !== 'new' && (
          <GoneEntity key={shown} project={project} id={shown} labels={labels} back={back} onBack={toList}>
            {empty}
          </GoneEntity>
        )}
      </section>
    </div>
  );
}

/** How many entities have each trouble. */
function countsOf(troubles: ReadonlyMap<string, readonly Trouble[]>): ReadonlyMap<Trouble, number> {
  const counts = new Map<Trouble, number>();
  for (const own of troubles.values()) for (const one of own) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
