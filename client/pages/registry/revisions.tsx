import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answers, queries } from '../../platform/server.ts';
import { Moment } from '../../ui/moment.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { ActEntry, type EntityAct } from './act-entry.tsx';
import styles from './detail.module.css';
import { differing } from './draft.ts';
import { useSaying } from './use-saying.ts';

type Revision = Answers['entity']['history']['revisions'][number];

interface RevisionsProps {
  readonly project: string;
  /** Id of the entity. */
  readonly id: string;
}

/** All that an entity ever said, newest first, each time only what was changed; with it the acts over many documents, which can be
 *  taken back from here. */
export function Revisions({ project, id }: RevisionsProps) {
  const history = useQuery(queries.entity.history.queryOptions({ project, id }, { refetchOnMount: 'always' }));
  if (history.error) return <Trouble error={history.error} retry={() => void history.refetch()} />;
  const { revisions = [], acts = [] } = history.data ?? {};
  return (
    <ol className={styles.revisions} reversed>
      {entriesOf(revisions, acts).map(({ key, revision, before, act }) => (
        <li key={key} className={styles.revision}>
          {revision && <Said revision={revision} before={before} />}
          {!revision && act && (
            <small>
              <Moment at={act.at} />
            </small>
          )}
          {act && <ActEntry act={act} entity={id} />}
        </li>
      ))}
    </ol>
  );
}

interface Entry {
  readonly key: string;
  readonly at: number;
  readonly revision?: Revision;
  readonly before?: Revision | undefined;
  readonly act?: EntityAct | undefined;
}

/** What was said, each with the act that it was part of, and the acts that said nothing new; newest first. */
function entriesOf(revisions: readonly Revision[], acts: readonly EntityAct[]): readonly Entry[] {
  const byJob = new Map(acts.map((act) => [act.job, act]));
  const told = new Set<string>();
  const said = revisions.map((revision, at): Entry => {
    const act = revision.cause === 'restored' ? undefined : byJob.get(revision.job ?? '');
    if (act) told.add(act.job);
    return { key: `${revision.revision}`, at: revision.at, revision, before: revisions[at + 1], act };
  });
  const others = acts.filter(({ job }) => !told.has(job)).map((act): Entry => ({ key: act.job, at: act.at, act }));
  return [...said, ...others].sort((a, b) => b.at - a.at);
}

function Said({ revision, before }: { readonly revision: Revision; readonly before: Revision | undefined }) {
  const { t } = useTranslation();
  const say = useSaying();
  const changed = before ? differing(before.record, revision.record) : (['label', 'fa', 'en'] as const);
  return (
    <>
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
    </>
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
