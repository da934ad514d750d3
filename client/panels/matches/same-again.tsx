import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isConfirmed } from '../../../shared/core/status.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import type { Editor } from '../../editor/editor.ts';
import { useKeyName } from '../../keys/key-cap.tsx';
import { useCommands } from '../../keys/use-commands.ts';
import { type Answers, queries, server } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { notice, noticeUndo } from '../../ui/notices.tsx';
import { TickList } from '../../ui/tick-list.tsx';
import type { JustConfirmed } from './confirmed.tsx';
import { type MatchPlace, wantedOf } from './query.ts';

type Listing = Answers['memory']['same'];

/** What was just confirmed, and where the same is to be said still. */
interface Offer {
  readonly text: string;
  readonly listing: Listing;
}

interface SameAgainProps {
  readonly editor: Editor;
  readonly place: MatchPlace;
  readonly confirmed: JustConfirmed | null;
}

/** Once a segment is confirmed, offers the others of the project that read the same: told in a line, and looked through, ticked and
 *  written by a key. */
export function SameAgain({ editor, place, confirmed }: SameAgainProps) {
  const { t } = useTranslation();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [isOpen, setOpen] = useState(false);
  const key = useKeyName('match.again');
  const where = useRef({ place, key, t });
  useEffect(() => {
    where.current = { place, key, t };
  });

  useEffect(() => {
    const look = async (id: string) => {
      const { doc } = editor.view.state;
      const segment = segmentById(doc, id);
      if (!segment || !isConfirmed(segment.status)) return;
      const { place: at } = where.current;
      const { project, document } = at;
      const { text: source, before, after } = wantedOf(at, doc, segment);
      if (source === '') return;
      const listing = await server.memory.same.query({ project, document, segment: id, source, before, after });
      if (listing.places.length === 0) return;
      setOffer({ text: segment.text, listing });
      const count = listing.places.length + listing.more;
      const { t, key } = where.current;
      notice(t('matches.again.offer', { count, key }), 'same-again');
    };
    // Nobody is told that it could not be looked: it is an offer.
    if (confirmed) void look(confirmed.segment).catch(() => undefined);
  }, [editor, confirmed]);

  const say = useMutation(queries.memory.sayAgain.mutationOptions());
  const undo = useMutation(queries.job.undo.mutationOptions());
  const close = () => {
    setOpen(false);
    editor.focus();
  };
  const submit = async (keys: ReadonlySet<string>, { text, listing }: Offer) => {
    const places = listing.places
      .filter(({ document, segment }) => keys.has(`${document} ${segment}`))
      .map(({ document, segment, source }) => ({ document, segment, source }));
    const { job, count } = await say.mutateAsync({ project: place.project, text, places });
    setOffer(null);
    close();
    if (job !== null) noticeUndo(t('matches.again.done', { count }), () => undo.mutate({ id: job }));
  };
  useCommands({
    'match.again': () => {
      if (offer === null) notice(t('matches.again.none'), 'same-again');
      else setOpen(true);
    },
  });
  if (!isOpen || offer === null) return null;
  return (
    <Dialog title={t('matches.again.title')} width={900} onClose={close}>
      <TickList
        groups={groupsOf(offer.listing, t('matches.again.otherNeighbours'))}
        submit={(count) => t('matches.again.submit', { count })}
        isBusy={say.isPending}
        onSubmit={(keys) => void submit(keys, offer).catch(() => undefined)}
        onClose={close}
      >
        <p>
          {t('matches.again.becomes')} <bdi lang="en">{offer.text}</bdi>
        </p>
        {offer.listing.more > 0 && <p>{t('matches.again.more', { count: offer.listing.more })}</p>}
      </TickList>
    </Dialog>
  );
}

function groupsOf({ places }: Listing, other: string) {
  const titles = new Map(places.map(({ document, title }) => [document, title]));
  return [...titles].map(([key, title]) => ({
    key,
    title,
    rows: places
      .filter(({ document }) => document === key)
      .map(({ document, segment, source, rendering, sameNeighbours }) => ({
        key: `${document} ${segment}`,
        fa: source,
        en: rendering,
        source: null,
        rendering: null,
        ...(!sameNeighbours && { note: other }),
      })),
  }));
}
