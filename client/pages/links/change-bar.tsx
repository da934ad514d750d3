import { Button, Select } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestWord } from '../../../shared/doc/edit/link.ts';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import { tokens } from '../../../shared/language/words/token.ts';
import { Lit, OccurrenceRow } from '../../ui/occurrence-row.tsx';
import styles from './change-bar.module.css';
import { type LinkPlace, placeKey, wordsOf } from './query.ts';
import type { LinkAction } from './use-link-change.ts';

interface ChangeBarProps {
  readonly places: readonly LinkPlace[];
  readonly isBusy: boolean;
  /** True where the places are suggestions, which can only be accepted. */
  readonly isSuggested: boolean;
  readonly onChange: (action: LinkAction, places: readonly LinkPlace[]) => void;
  readonly onCancel: () => void;
}

/** What can be done with the places that are ticked: chosen first, then shown, and done only after that. */
export function ChangeBar({ places, isBusy, isSuggested, onChange, onCancel }: ChangeBarProps) {
  const { t } = useTranslation();
  const [action, setAction] = useState<LinkAction | null>(null);
  const others = useMemo(() => otherWords(places), [places]);
  return (
    <section className={styles.bar} aria-label={t('links.page.chosen', { count: places.length })}>
      <p className={styles.count}>{t('links.page.chosen', { count: places.length })}</p>
      <div className={styles.tools}>
        {isSuggested ? (
          <Button variant="default" size="compact-sm" onClick={() => setAction({ kind: 'accept' })}>
            {t('links.page.accept')}
          </Button>
        ) : (
          <>
            <Button variant="default" size="compact-sm" onClick={() => setAction({ kind: 'sure' })}>
              {t('links.page.sure')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setAction({ kind: 'possible' })}>
              {t('links.page.makePossible')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setAction({ kind: 'apart' })}>
              {t('links.page.apart')}
            </Button>
            <Select
              size="xs"
              searchable
              aria-label={t('links.page.relinkTo')}
              placeholder={t('links.page.relink')}
              value={action?.kind === 'relink' ? action.to : null}
              data={others}
              onChange={(to) => setAction(to === null ? null : { kind: 'relink', to })}
            />
          </>
        )}
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
      {action && (
        <Preview
          key={action.kind === 'relink' ? action.to : action.kind}
          action={action}
          places={places}
          isBusy={isBusy}
          onChange={onChange}
          onCancel={() => setAction(null)}
        />
      )}
    </section>
  );
}

interface PreviewProps extends Omit<ChangeBarProps, 'isSuggested'> {
  readonly action: LinkAction;
}

/** So many places are drawn in a preview; all of them are counted. */
const SHOWN = 100;

/** Each place as it will be. Ctrl+Enter does it, Escape leaves all as it is. */
function Preview({ action, places, isBusy, onChange, onCancel }: PreviewProps) {
  const { t } = useTranslation();
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), []);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const possible = places.filter((place) => after(action, place) !== null);
  const chosen = possible.filter((place) => !left.has(placeKey(place)));
  const submit = () => onChange(action, chosen);
  const to = action.kind === 'relink' ? action.to : '';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons inside, from anywhere in it
    <div
      className={styles.preview}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && chosen.length > 0 && !isBusy) submit();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <h3 ref={top} tabIndex={-1} className={styles.heading}>
        {t('links.page.preview.title')}
      </h3>
      <p>
        {t(`links.page.preview.${action.kind}`, { count: chosen.length, to })}{' '}
        {possible.length < places.length && (
          <small>{t('links.page.preview.without', { count: places.length - possible.length })}</small>
        )}
      </p>
      <ul className={styles.places}>
        {possible.slice(0, SHOWN).map((place) => {
          const key = placeKey(place);
          const isTicked = !left.has(key);
          const next = after(action, place);
          return (
            <OccurrenceRow
              key={key}
              name={t('links.page.tick', { title: place.title })}
              isTicked={isTicked}
              onTick={(on) => setLeft(on ? new Set([...left].filter((one) => one !== key)) : new Set([...left, key]))}
              fa={<Lit text={place.source} span={place.fa} />}
              en={
                next && next !== place.en ? (
                  <Lit text={place.rendering} span={next} />
                ) : (
                  <Lit text={place.rendering} span={place.en}>
                    {isTicked && action.kind === 'apart' ? <del>{wordsOf(place)[1]}</del> : undefined}
                  </Lit>
                )
              }
            >
              <bdi>{place.title}</bdi>
            </OccurrenceRow>
          );
        })}
      </ul>
      {possible.length > SHOWN && <p>{t('links.page.more', { shown: SHOWN })}</p>}
      <div className={styles.tools}>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
        <Button size="compact-sm" loading={isBusy} disabled={chosen.length === 0} onClick={submit}>
          {t('links.page.preview.submit')}
        </Button>
      </div>
    </div>
  );
}

/** Where the English of a place will be; `null` where the action cannot be done there. */
function after(action: LinkAction, place: LinkPlace): LinkPlace['en'] | null {
  return action.kind === 'relink' ? nearestWord(place.rendering, place.en, action.to) : place.en;
}

/** The other English words of the sentences, those that most of them have first. */
function otherWords(places: readonly LinkPlace[]): { readonly value: string; readonly label: string }[] {
  const counts = new Map<string, { readonly form: string; count: number }>();
  for (const { rendering, en } of places) {
    const own = new Map(
      tokens(rendering).flatMap((word) => (word.from === en.from ? [] : [[keyOf(word.text), word.text]])),
    );
    for (const [key, form] of own) {
      const known = counts.get(key) ?? { form, count: 0 };
      counts.set(key, known);
      known.count += 1;
    }
  }
  return [...counts]
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .slice(0, 300)
    .map(([value, { form }]) => ({ value, label: form }));
}

function keyOf(word: string): string {
  return foldKey(word, 'search');
}
