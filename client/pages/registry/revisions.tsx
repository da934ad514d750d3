import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { type Answers, queries } from '../../platform/server.ts';
import { Moment } from '../../ui/moment.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './detail.module.css';
import { differing } from './draft.ts';
import { useSaying } from './use-saying.ts';

type Revision = Answers['entity']['history'][number];

interface RevisionsProps {
  readonly project: string;
  readonly entity: ListedEntity;
}

/** All that an entity ever said, newest first, each time only what was changed. */
export function Revisions({ project, entity }: RevisionsProps) {
  const { id } = entity;
  const history = useQuery(queries.entity.history.queryOptions({ project, id }, { refetchOnMount: 'always' }));
  if (history.error) return <Trouble error={history.error} retry={() => void history.refetch()} />;
  return (
    <ol className={styles.revisions} reversed>
      {history.data?.map((revision, at, all) => (
        <Said key={revision.revision} revision={revision} before={all[at + 1]} />
      ))}
    </ol>
  );
}

function Said({ revision, before }: { readonly revision: Revision; readonly before: Revision | undefined }) {
  const { t } = useTranslation();
  const say = useSaying();
  const changed = before ? differing(before.record, revision.record) : (['label', 'fa', 'en'] as const);
  return (
    <li className={styles.revision}>
      {t(`registry.cause.${revision.cause}`)}{' '}
      <small>
        <Moment at={revision.at} />
      </small>
      {changed.length > 0 && (
        <dl>
          {changed.map((part) => (
            <Part
              key={part}
              name={t(`registry.part.${part}`)}
              before={before ? say(before.record, part) : null}
              after={say(revision.record, part)}
            />
          ))}
        </dl>
      )}
    </li>
  );
}

interface PartProps {
  readonly name: string;
  readonly before: string | null;
  readonly after: string;
}

function Part({ name, before, after }: PartProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {before !== null && (
          <>
            <del>
              <bdi>{before}</bdi>
            </del>{' '}
          </>
        )}
        <ins>
          <bdi>{after}</bdi>
        </ins>
      </dd>
    </>
  );
}
