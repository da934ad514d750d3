import { useEffect, useState } from 'react';
import { usePreferences } from '../platform/preferences.ts';
import { formatAgo, formatDay, formatMoment } from './format.ts';
import styles from './when.module.css';

const MINUTE = 60_000;

/** A moment in the past: how long ago, and the day under it. */
export function When({ at }: { readonly at: number }) {
  const { language } = usePreferences();
  const now = useNow();
  return (
    <time className={styles.when} dateTime={new Date(at).toISOString()} title={formatMoment(at, language)}>
      <span>{formatAgo(at, now, language)}</span>
      <span>{formatDay(at, language)}</span>
    </time>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
