import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormatFact, Said } from '../../../shared/formats/facts/fact.ts';
import { standing, unheldSaid } from '../../../shared/formats/facts/standing.ts';
import { usePreferences } from '../../platform/preferences.ts';
import styles from './formats.module.css';

interface FormatEntryProps {
  readonly fact: FormatFact;
  /** True where the address names it. */
  readonly isAsked: boolean;
}

/** A format in a line, and below it, once opened, all that is to be known of it. */
export function FormatEntry({ fact, isAsked }: FormatEntryProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const entry = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isAsked || entry.current === null) return;
    entry.current.open = true;
    entry.current.scrollIntoView({ block: 'start' });
    entry.current.querySelector('summary')?.focus({ preventScroll: true });
  }, [isAsked]);
  const { out, in: isIn, endings, unheld } = standing(fact);
  const said = (sentence: Said) => sentence[language];
  return (
    <details ref={entry} className={styles.format}>
      <summary className={styles.head}>
        <span className={styles.name}>
          <bdi>{fact.standard}</bdi>
        </span>
        <code dir="ltr" className={styles.endings}>
          {endings.map((ending) => `.${ending}`).join(' ')}
        </code>
        <span className={styles.ways}>
          {[out && t('formats.out'), isIn && t('formats.in')].filter((way) => way !== false).join(' · ')}
        </span>
      </summary>
      <dl className={styles.facts}>
        <Fact name={t('formats.demands')}>{said(fact.demands)}</Fact>
        <Fact name={t('formats.unheld')}>
          {unheld.length === 0 ? (
            t('formats.nothing')
          ) : (
            <ul>
              {unheld.map((rule) => (
                <li key={rule}>{said(unheldSaid[rule])}</li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t('formats.encoding')}>{said(fact.encoding)}</Fact>
        <Fact name={t('formats.escapes')}>{said(fact.escapes)}</Fact>
        <Fact name={t('formats.ids')}>{said(fact.ids)}</Fact>
        <Fact name={t('formats.language')}>{said(fact.language)}</Fact>
        <Fact name={t('formats.names')}>
          <code dir="ltr">{fact.names.join(', ')}</code>
        </Fact>
        {fact.address !== null && (
          <Fact name={t('formats.standard')}>
            <a dir="ltr" href={fact.address} target="_blank" rel="noreferrer">
              {fact.address}
            </a>
          </Fact>
        )}
      </dl>
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
