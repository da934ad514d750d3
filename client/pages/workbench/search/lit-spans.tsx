import type { Span } from '../../../../shared/core/span.ts';
import styles from './search.module.css';

interface LitSpansProps {
  readonly text: string;
  readonly hits: readonly Span[];
  /** What is linked with hits of the other side. */
  readonly partners: readonly Span[];
}

/** A text with what was found in it lit, and what partners the other side underlined; paint only, so that letters stay joined. */
export function LitSpans({ text, hits, partners }: LitSpansProps) {
  const marks = [
    ...hits.map((span) => ({ ...span, isPartner: false })),
    ...partners.map((span) => ({ ...span, isPartner: true })),
  ].sort((a, b) => a.from - b.from);
  const parts = [];
  let at = 0;
  for (const { from, to, isPartner } of marks) {
    if (from < at) continue;
    parts.push(text.slice(at, from));
    parts.push(
      <mark key={from} className={isPartner ? styles.partner : undefined}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
