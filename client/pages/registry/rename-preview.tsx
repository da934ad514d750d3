import { Button, Checkbox } from '@mantine/core';
import { type KeyboardEvent, memo, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Lit, OccurrenceRow } from '../../ui/occurrence-row.tsx';
import styles from './rename.module.css';
import { placeKey, type RenamedDocument, type RenamedPlace } from './renaming.ts';

interface RenamePreviewProps {
  readonly documents: readonly RenamedDocument[];
  /** The name that goes, where the record would have it no more. */
  readonly old: string | null;
  readonly isBusy: boolean;
  /** Renames in the places of `documents`, which may be none; the record keeps the old name as another one or does not. */
  readonly onRename: (documents: readonly RenamedDocument[], isOldKept: boolean) => void;
  readonly onCancel: () => void;
}

/** Every place that a new name would change, ticked, before anything changes. Ctrl+Enter renames, Escape leaves all as it is. */
export function RenamePreview({ documents, old, isBusy, onRename, onCancel }: RenamePreviewProps) {
  const { t } = useTranslation();
  const heading = useId();
  const top = useRef<HTMLHeadingElement>(null);
  const all = documents.flatMap(({ document, places }) => places.map((place) => placeKey(document, place)));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isOldKept, setOldKept] = useState(old !== null);
  const count = all.length - left.size;
  useEffect(() => {
    top.current?.focus();
    top.current?.scrollIntoView({ block: 'start' });
  }, []);

  const tick = useCallback((keys: readonly string[], on: boolean) => {
    setLeft((now) => (on ? new Set([...now].filter((key) => !keys.includes(key))) : new Set([...now, ...keys])));
  }, []);
  const rename = () => {
    const chosen = documents.map((one) => ({
      ...one,
      places: one.places.filter((place) => !left.has(placeKey(one.document, place))),
    }));
    onRename(
      chosen.filter(({ places }) => places.length > 0),
      isOldKept,
    );
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && count > 0 && !isBusy) rename();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className={styles.rename} aria-labelledby={heading} onKeyDown={keys}>
      <h3 ref={top} id={heading} className={styles.heading} tabIndex={-1}>
        {t('registry.rename.title')}
      </h3>
      <p className={styles.text}>{t('registry.rename.text')}</p>
      {documents.map((one) => (
        <Places key={one.document} renamed={one} left={left} onTick={tick} />
      ))}
      <div className={styles.end}>
        {old !== null && (
          <Checkbox
            size="xs"
            label={t('registry.rename.keepOld', { name: old })}
            checked={isOldKept}
            onChange={({ target }) => setOldKept(target.checked)}
          />
        )}
        <div className={styles.buttons}>
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
          <Button variant="default" loading={isBusy} onClick={() => onRename([], isOldKept)}>
            {t('registry.rename.recordOnly')}
          </Button>
          <Button loading={isBusy} disabled={count === 0} onClick={rename}>
            {t('registry.rename.submit', { count })}
          </Button>
        </div>
      </div>
    </section>
  );
}

/** Takes places in or leaves them out, by their keys. */
type Tick = (keys: readonly string[], on: boolean) => void;

interface PlacesProps {
  readonly renamed: RenamedDocument;
  /** Keys of the places that are not to change. */
  readonly left: ReadonlySet<string>;
  readonly onTick: Tick;
}

function Places({ renamed: { document, title, places }, left, onTick }: PlacesProps) {
  const { t } = useTranslation();
  const keys = places.map((place) => placeKey(document, place));
  const ticked = keys.filter((key) => !left.has(key)).length;
  return (
    <section>
      <h4 className={styles.title}>
        <Checkbox
          size="xs"
          aria-label={t('registry.rename.tickAll', { title })}
          checked={ticked === places.length}
          indeterminate={ticked > 0 && ticked < places.length}
          onChange={({ target }) => onTick(keys, target.checked)}
        />
        <bdi>{title}</bdi>
        <small>{t('registry.shown', { shown: ticked, count: places.length })}</small>
      </h4>
      <ul className={styles.places}>
        {places.map((place, index) => {
          const id = placeKey(document, place);
          return <Place key={id} id={id} place={place} number={index + 1} isTicked={!left.has(id)} onTick={onTick} />;
        })}
      </ul>
    </section>
  );
}

interface PlaceProps {
  /** Key of the place. */
  readonly id: string;
  readonly place: RenamedPlace;
  readonly number: number;
  readonly isTicked: boolean;
  readonly onTick: Tick;
}

/** One place, drawn again only when its tick changes: a name may stand in thousands. */
const Place = memo(function Place({ id, place, number, isTicked, onTick }: PlaceProps) {
  const { t } = useTranslation();
  const { before, after } = place;
  return (
    <OccurrenceRow
      name={t('registry.rename.tick', { number, before, after })}
      isTicked={isTicked}
      onTick={(on) => onTick([id], on)}
      fa={<Lit text={place.fa} span={place.source} />}
      en={
        <Lit text={place.en} span={place}>
          {isTicked && (
            <>
              <del>{before}</del> <ins>{after}</ins>
            </>
          )}
        </Lit>
      }
    />
  );
});
