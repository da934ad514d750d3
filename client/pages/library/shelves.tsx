import { Button } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../frame/frame.tsx';
import { Opening } from '../../keys/opening.tsx';
import { useComing, useCommands } from '../../keys/use-commands.ts';
import { lookForJobs } from '../../pairing/job.ts';
import type { Side } from '../../pairing/order.ts';
import { later, useFetchLater } from '../../platform/later.ts';
import type { Review } from '../../reviewing/review-dialog.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { EmptyLibrary } from './empty-library.tsx';
import { LibraryFooter } from './footer.tsx';
import { Head } from './head.tsx';
import { ImportForm } from './import-form.tsx';
import { JobRow } from './job-row.tsx';
import styles from './page.module.css';
import { refreshLibrary } from './refresh.ts';
import type { Project } from './shelf.ts';
import { ShelfSection } from './shelf-section.tsx';
import { ShelvesActions } from './shelves-actions.tsx';
import type { Imported } from './upload.ts';
import { UploadRow } from './upload-row.tsx';
import { useArrivals } from './use-arrivals.ts';
import { type Place, useFileDrop } from './use-file-drop.ts';
import { type Import, useImport } from './use-import.ts';
import { usePairJobs } from './use-pair-jobs.ts';
import { type Arrival, usePairing } from './use-pairing.ts';
import { usePaste } from './use-paste.ts';
import { useShelves } from './use-shelves.ts';

const dialog = later(async () => (await import('../../pairing/pair-dialog.tsx')).PairDialog);
const corpora = later(async () => (await import('../../importing/corpus-dialog.tsx')).CorpusDialog);
const reviewed = later(async () => (await import('../../reviewing/review-dialog.tsx')).ReviewDialog);
const parts = [dialog, corpora, reviewed];

/** The projects in use, each a shelf of documents, and every way in which texts come in. */
export function Shelves() {
  const { t } = useTranslation();
  useFetchLater(parts);
  const [query, setQuery] = useState('');
  const { projects, shelves, error, retry } = useShelves(query);
  const [arrived, onImported, begin] = useArrivals();
  const texts = useImport((document) => {
    setQuery('');
    onImported(document);
  });
  const newest = projects?.[0]?.id ?? null;
  const openForm = (project: string | null, text?: string) => {
    if (!projects) return;
    setQuery('');
    begin();
    texts.open(project, text);
  };
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const [review, setReview] = useState<Review | null>(null);
  const pairing = usePairing(texts.send, setArrival, setReview);
  const { ended, dismiss } = usePairJobs((document) => {
    setQuery('');
    onImported(document);
  });
  const nameOf = (id: string) => projects?.find((project) => project.id === id)?.name ?? t('library.project.first');
  const arrive = async ({ project, document }: Place, files: Iterable<File>) => {
    if (!projects) return;
    begin();
    const chosen = [...files];
    const into = await texts.projectFor(project);
    const onto = shelves.flatMap((shelf) => shelf.documents).find(({ id }) => id === document) ?? null;
    await pairing.arrive({ project: into, projectName: nameOf(into), document: onto, files: chosen });
  };
  const openPair = async (project: string | null, sides: readonly Side[] = []) => {
    if (!projects) return;
    begin();
    const into = await texts.projectFor(project);
    texts.close();
    pairing.ask({ destination: { kind: 'project', project: into }, name: nameOf(into), sides });
  };
  const { over, overDocument, ...drop } = useFileDrop(newest, arrive);
  const inNewest = { project: newest, document: null };
  usePaste((pasted) => ('text' in pasted ? openForm(newest, pasted.text) : void arrive(inNewest, pasted.files)));
  const isComing = !projects && error === null;
  useCommands(
    isComing ? {} : { 'library.import': () => openForm(newest), 'library.pair': () => void openPair(newest) },
  );
  useComing(isComing);

  return (
    <Frame
      title={t('library.title')}
      status={
        <span role="status">
          <Arrived documents={arrived} />
        </span>
      }
      action={
        <Button leftSection={<IconFilePlus size={18} stroke={1.75} />} onClick={() => openForm(newest)}>
          {t('library.import.title')}
        </Button>
      }
      footer={<LibraryFooter projects={projects ?? []} />}
    >
      <div className={styles.page} {...drop}>
        {error !== null && <Trouble error={error} retry={retry} />}
        {projects?.length === 0 && <EmptyLibrary onCreated={openForm} />}
        {projects && projects.length > 0 && (
          <>
            <Head title={t('library.title')} query={query} onQuery={setQuery}>
              <ShelvesActions onCreated={openForm} />
            </Head>
            {shelves.map((shelf) => (
              <ShelfSection
                key={shelf.project.id}
                shelf={shelf}
                query={query}
                isTarget={over === shelf.project.id}
                target={overDocument}
                onImport={() => openForm(shelf.project.id)}
              >
                <Incoming
                  project={shelf.project}
                  texts={texts}
                  onImported={onImported}
                  onFiles={(files) => void arrive({ project: shelf.project.id, document: null }, files)}
                  onPair={(text) =>
                    void openPair(shelf.project.id, text.trim() === '' ? [] : [{ kind: 'paste', text }])
                  }
                />
                {ended
                  .filter((job) => job.project === shelf.project.id)
                  .map((job) => (
                    <JobRow key={job.id} job={job} onDismiss={() => dismiss(job.id)} />
                  ))}
              </ShelfSection>
            ))}
            {shelves.length === 0 && <p className={styles.nothing}>{t('library.noMatch', { query })}</p>}
          </>
        )}
      </div>
      {pairing.request && (
        <Opening onGiveUp={() => pairing.ask(null)}>
          <dialog.Part {...pairing.request} onBegun={lookForJobs} onClose={() => pairing.ask(null)} />
        </Opening>
      )}
      {review && (
        <Opening onGiveUp={() => setReview(null)}>
          <reviewed.Part {...review} onTaken={() => void refreshLibrary()} onClose={() => setReview(null)} />
        </Opening>
      )}
      {arrival && (
        <Opening onGiveUp={() => setArrival(null)}>
          <corpora.Part
            project={arrival.project}
            name={arrival.projectName}
            files={arrival.files}
            onBegun={lookForJobs}
            onClose={() => setArrival(null)}
          />
        </Opening>
      )}
    </Frame>
  );
}

/** What has come in, each by its name. */
function Arrived({ documents }: { readonly documents: readonly Imported[] }) {
  const { t, i18n } = useTranslation();
  const [only, ...others] = documents;
  if (!only) return null;
  if (others.length === 0) return t('library.import.done', { name: only.title, count: only.segments });
  const names = documents.map(({ title }) => `\u2068${title}\u2069`);
  return t('library.import.doneAll', {
    names: new Intl.ListFormat(i18n.language).format(names),
    segments: t('library.segments', { count: documents.reduce((sum, { segments }) => sum + segments, 0) }),
  });
}

interface IncomingProps {
  readonly project: Project;
  readonly texts: Import;
  readonly onImported: Parameters<typeof useImport>[0];
  readonly onFiles: (files: FileList) => void;
  readonly onPair: (text: string) => void;
}

function Incoming({ project, texts, onImported, onFiles, onPair }: IncomingProps) {
  const { form, uploads, again, close } = texts;
  return (
    <>
      {form?.project === project.id && (
        <ImportForm
          project={project}
          text={form.text}
          onFiles={(files) => {
            onFiles(files);
            close();
          }}
          onPair={onPair}
          onImported={onImported}
          onClose={close}
        />
      )}
      {uploads
        .filter((upload) => upload.project === project.id)
        .map((upload) => (
          <UploadRow key={upload.id} upload={upload} onAgain={(reading) => again(upload, reading)} />
        ))}
    </>
  );
}
