import { usePreferences } from '../platform/preferences.ts';
import { formatMoment } from './format.ts';

/** A moment, in the calendar and the digits of the interface. */
export function Moment({ at }: { readonly at: number }) {
  const { language } = usePreferences();
  return <time dateTime={new Date(at).toISOString()}>{formatMoment(at, language)}</time>;
}
