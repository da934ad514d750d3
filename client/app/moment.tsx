import { formatMoment } from './format.ts';
import { usePreferences } from './preferences.ts';

/** A moment, in the calendar and the digits of the interface. */
export function Moment({ at }: { readonly at: number }) {
  const { language } = usePreferences();
  return <time dateTime={new Date(at).toISOString()}>{formatMoment(at, language)}</time>;
}
