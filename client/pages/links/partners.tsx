import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import { queries } from '../../platform/server.ts';
import { Lit, OccurrenceRow } from '../../ui/occurrence-row.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { ChangeBar } from './change-bar.tsx';
import styles from './partners.module.css';
import { grouped, type LinkedWord, type LinkPlace, placeKey, type Scope, wordsOf } from './query.ts';
import type { LinkChanging } from './use-link-change.ts';

interface PartnersProps {
  readonly scope: Scope;
  readonly word: LinkedWord;
  readonly change: LinkChanging;
}

/** The English partners of a Persian word, with the places of each in both sentences. Those that are ticked are changed
 *  together. */
export function Partners({ scope, word, change }: PartnersProps) {
  const { t } = useTranslation();
  const found = useQuery(queries.link.places.queryOptions({ ...scope, word: word.key }, { refetchOnMount: 'always' }));
  const places = found.data?.places;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => {
    const byKey = grouped(places ?? [], (place) => foldKey(wordsOf(place)[1], 'search'));
    return word.partners.flatMap((partner) => {
      const own = byKey.get(partner.key);
      return own ? [{ ...partner, places: own }] : [];
    });
  }, [places, word]);
  const chosen = (places ?? []).filter((place) => ticked.has(placeKey(place)));

  const tick = useCallback((keys: readonly string[], on: boolean) => {
    setTicked((now) => (on ? new Set([...now, ...keys]) : new Set([...now].filter((key) => !keys.includes(key)))));
  }, []);

  if (found.error) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  return (
    <>
      <h2 className={styles.title}>
        <bdi lang="fa">{word.fa}</bdi> <small>{t('links.page.counts', { count: word.count })}</small>
      </h2>
      {chosen.length > 0 && (
        <ChangeBar
          places={chosen}
          isSuggested={scope.suggested}
          isBusy={change.isBusy}
          onChange={(action, some) => {
            void change.make(action, some).then(() => setTicked(new Set()));
          }}
          onCancel={() => setTicked(new Set())}
        />
      )}
      {groups.map((group) => (
        <section key={group.key} className={styles.group}>
          <h3 className={styles.heading}>
            <Checkbox
              size="xs"
              aria-label={t('links.page.tickAll', { fa: word.fa, en: group.en })}
              checked={group.places.every((place) => ticked.has(placeKey(place)))}
              indeterminate={
                group.places.some((place) => ticked.has(placeKey(place))) &&
                !group.places.every((place) => ticked.has(placeKey(place)))
              }
              onChange={({ target }) => tick(group.places.map(placeKey), target.checked)}
            />
            <bdi lang="en">{group.en}</bdi>
            <small>{t('links.page.counts', { count: group.count })}</small>
          </h3>
          <ul className={styles.places}>
            {group.places.map((place) => {
              const key = placeKey(place);
              return <Place key={key} id={key} place={place} isTicked={ticked.has(key)} onTick={tick} />;
            })}
          </ul>
        </section>
      ))}
      {found.data && found.data.more > 0 && (
        <p className={styles.more}>{t('links.page.more', { shown: found.data.places.length })}</p>
      )}
    </>
  );
}

interface PlaceProps {
  readonly id: string;
  readonly place: LinkPlace;
  readonly isTicked: boolean;
  readonly onTick: (keys: readonly string[], on: boolean) => void;
}

/** One place, drawn again only when its tick changes. */
const Place = memo(function Place({ id, place, isTicked, onTick }: PlaceProps) {
  const { t } = useTranslation();
  const { document, title, segment, source, rendering, fa, en, sure } = place;
  return (
    <OccurrenceRow
      name={t('links.page.tick', { title })}
      isTicked={isTicked}
      onTick={(on) => onTick([id], on)}
      fa={<Lit text={source} span={fa} />}
      en={<Lit text={rendering} span={en} />}
    >
      <Link to="/documents/$document" params={{ document }} search={{ segment }}>
        <bdi>{title}</bdi>
      </Link>
      {!sure && <small className={styles.possible}>{t('links.page.possible')}</small>}
    </OccurrenceRow>
  );
});
