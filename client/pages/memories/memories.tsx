import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../frame/frame.tsx';
import { queries } from '../../platform/server.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { BringMemory } from './bring-memory.tsx';
import { Counting } from './counting.tsx';
import { MachineSection } from './machine.tsx';
import styles from './memories.module.css';
import { MemoryTable } from './memory-table.tsx';
import { Units } from './units.tsx';
import { WantSame } from './want-same.tsx';

const route = getRouteApi('/projects/$project/memories');

/** The translation memories that a project looks into. */
export function Memories() {
  const { t } = useTranslation();
  const { project } = route.useParams();
  const projects = useQuery(queries.project.list.queryOptions({}));
  const { data, error } = useQuery(queries.memory.list.queryOptions({ project }));
  const [chosen, setChosen] = useState<string | null>(null);
  const name = projects.data?.find(({ id }) => id === project)?.name;
  const title = t('matches.page.title');
  const memory = data?.find(({ id }) => id === chosen);
  return (
    <Frame title={title} breadcrumb={<Crumbs names={[name, title]} />}>
      <div className={styles.page}>
        <p className={styles.intro}>{t('matches.page.intro')}</p>
        {error && <Trouble error={error} />}
        {data && <MemoryTable memories={data} chosen={chosen} onChoose={setChosen} />}
        <BringMemory project={project} />
        <Counting project={project} />
        <WantSame project={project} />
        <MachineSection project={project} />
        {memory && <Units key={memory.id} memory={memory} />}
      </div>
    </Frame>
  );
}
