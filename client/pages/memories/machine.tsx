import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { MachineForm } from './machine-form.tsx';
import styles from './memories.module.css';

/** Which machine suggests renderings in a project, and whether one does. */
export function MachineSection({ project }: { readonly project: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(queries.machine.ofProject.queryOptions({ project }));
  return (
    <section className={styles.bring} aria-labelledby="machine">
      <h2 id="machine" className={styles.heading}>
        {t('machine.title')}
      </h2>
      <p className={styles.intro}>{t('machine.intro')}</p>
      {error && <Trouble error={error} />}
      {data && <MachineForm key={JSON.stringify(data)} project={project} machine={data} />}
    </section>
  );
}
