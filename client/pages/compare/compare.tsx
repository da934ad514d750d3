import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Node } from 'prosemirror-model';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareVersions, countChanges } from '../../../shared/doc/merge/compare.ts';
import { sourceTextOf } from '../../../shared/doc/model/source.ts';
import { Frame } from '../../frame/frame.tsx';
import { openedDocument } from '../../platform/document.ts';
import type { DocumentAtHand } from '../../timeline/authority.ts';
import { documentNode } from '../../timeline/document-node.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useRestore } from '../version/use-restore.ts';
import { Changes } from './changes.tsx';
import styles from './compare.module.css';
import { VersionChoice } from './version-choice.tsx';

const route = getRouteApi('/documents/$document/compare');

/** Two versions of a document, segment by segment, with what was added and removed. Without versions in the address it
 *  compares the document as imported with the document as it stands. */
export function Compare() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { document } = route.useParams();
  const { before = 0, after } = route.useSearch();
  const was = useVersion(document, before);
  const is = useVersion(document, after);
  const restore = useRestore(document);
  const failed = [was, is].find((version) => version.error);

  const compared = useMemo(
    () => was.data && is.data && comparison(documentNode(was.data), documentNode(is.data), is.data),
    [was.data, is.data],
  );
  const choose = (search: { before: number; after?: number | undefined }) =>
    void navigate({ search: { before: search.before, ...(search.after !== undefined && { after: search.after }) } });

  return (
    <Frame
      title={t('history.title')}
      breadcrumb={
        is.data && <Crumbs names={[is.data.project.name, is.data.title, t('history.title')]} document={document} />
      }
    >
      <VersionChoice document={document} before={before} after={after} is={is.data?.version} onChoose={choose} />
      {failed && <Trouble error={failed.error} retry={() => void failed.refetch()} />}
      {compared && (
        <>
          <p className={styles.summary} role="status">
            {summary(countChanges(compared.changes))}
          </p>
          <Changes
            changes={compared.changes}
            sources={compared.sources}
            onRestore={(segment) => restore(before, segment)}
          />
        </>
      )}
    </Frame>
  );

  function summary({ changed, regrouped }: ReturnType<typeof countChanges>) {
    return changed + regrouped === 0 ? t('history.same') : t('history.changed', { count: changed + regrouped });
  }
}

/** The changes between two versions, and the source as each has it. */
function comparison(before: Node, after: Node, { source, outline }: DocumentAtHand) {
  const original = { text: source, paragraphs: outline.paragraphs };
  return {
    changes: compareVersions(before, after, original),
    sources: { before: sourceTextOf(before, source), after: sourceTextOf(after, source) },
  };
}

function useVersion(id: string, at: number | undefined) {
  return useQuery({ ...openedDocument(id, at), placeholderData: keepPreviousData });
}
