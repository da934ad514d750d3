import { Tabs } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { LabelTag } from '../../ui/label-tag.tsx';
import { Concordance } from './concordance.tsx';
import styles from './detail.module.css';
import { RecordEditor } from './record-editor.tsx';
import { RenameResult } from './rename-result.tsx';
import { Revisions } from './revisions.tsx';
import type { Trouble } from './troubles.ts';
import { useRenaming } from './use-renaming.ts';

/** What can be seen of an entity. */
export const aspects = ['record', 'mentions', 'history'] as const;
export type Aspect = (typeof aspects)[number];

interface DetailProps {
  readonly project: string;
  readonly entity: ListedEntity;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  readonly troubles: readonly Trouble[];
  readonly aspect: Aspect;
  readonly onAspect: (aspect: Aspect) => void;
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
  readonly menu: ReactNode;
  readonly onSplit: (made: string) => void;
}

/** One entity: what it says, where it is mentioned, and all that it ever said. */
export function Detail(props: DetailProps) {
  const { project, entity, entities, labels, troubles, aspect, onAspect, first, onLeave, menu, onSplit } = props;
  const { t } = useTranslation();
  const [renaming, changeRenaming] = useRenaming(project, entity.id);
  const told = troubles.filter((trouble) => trouble !== 'unmentioned');
  return (
    <article className={styles.detail} aria-labelledby="entity-title">
      <header className={styles.head}>
        <h2 id="entity-title" className={styles.title}>
          <bdi>{titleOf(entity)}</bdi>
        </h2>
        <LabelTag label={entity.label} labels={labels} />
        <span className={styles.space} />
        {menu}
      </header>
      {told.length > 0 && (
        <ul className={styles.troubles}>
          {told.map((trouble) => (
            <li key={trouble}>{t(`registry.trouble.${trouble}`)}</li>
          ))}
        </ul>
      )}
      {renaming && <RenameResult renaming={renaming} onRenaming={changeRenaming} />}
      <Tabs
        value={aspect}
        keepMounted={false}
        onChange={(value) => onAspect(aspects.find((known) => known === value) ?? aspect)}
      >
        <Tabs.List aria-label={titleOf(entity)} className={styles.tabs ?? ''}>
          <Tabs.Tab value="record">{t('registry.aspect.record')}</Tabs.Tab>
          <Tabs.Tab value="mentions">{t('registry.aspect.mentions', { count: entity.mentions })}</Tabs.Tab>
          <Tabs.Tab value="history">{t('registry.aspect.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="record">
          <RecordEditor
            project={project}
            entity={entity}
            labels={labels}
            first={first}
            onLeave={onLeave}
            onRenamed={(done) => changeRenaming(() => done)}
          />
        </Tabs.Panel>
        <Tabs.Panel value="mentions">
          <Concordance project={project} entity={entity} entities={entities} labels={labels} onSplit={onSplit} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <Revisions project={project} id={entity.id} />
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}
