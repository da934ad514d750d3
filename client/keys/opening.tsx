import { type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hold, holdKeys, isOpened } from './held-keys.ts';
import styles from './opening.module.css';

/** So long, in milliseconds, something may take to open before it is said that it does. */
const SOON = 400;

interface OpeningProps {
  /** Called where the person does not want to wait any longer. */
  readonly onGiveUp: () => void;
  /** False where what opens leaves the focus in the text. */
  readonly takesFocus?: boolean;
  /** What opens; its parts may still have to be fetched. */
  readonly children: ReactNode;
}

/** Something that was opened by a key and takes the focus: what is typed from that key on is typed there, however long it
 *  takes to come. */
export function Opening({ onGiveUp, takesFocus = true, children }: OpeningProps) {
  const [origin] = useState(() => document.activeElement);
  const hold = useRef<Hold | null>(null);
  const isThere = useRef(false);
  const giveUp = useRef(onGiveUp);
  useLayoutEffect(() => {
    giveUp.current = onGiveUp;
  });
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (!takesFocus || (!isThere.current && activeElement !== origin)) return;
    const holding = holdKeys(activeElement, () => giveUp.current(), isOpened);
    if (isThere.current) holding.arrived();
    hold.current = holding;
    return () => holding.end();
  }, [origin, takesFocus]);
  const arrive = () => {
    isThere.current = true;
    hold.current?.arrived();
  };
  return (
    <Suspense fallback={<Wait />}>
      {children}
      <Arrival onArrive={arrive} />
    </Suspense>
  );
}

function Arrival({ onArrive }: { readonly onArrive: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it arrives once
  useEffect(onArrive, []);
  return null;
}

function Wait() {
  const { t } = useTranslation();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SOON);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className={styles.wait} data-shown={isLong || undefined}>
      {isLong && t('keys.opening')}
    </p>
  );
}
