import type { TFunction } from 'i18next';
import { queries, queryClient } from '../../platform/server.ts';
import { titleOf } from './said.ts';

/** Of a name, in UTF-16 units. */
const LONGEST = 200;

/** Asks what a version is called. */
export async function versionTitle(t: TFunction, document: string, version: number): Promise<string> {
  const place = await queryClient.fetchQuery(queries.version.place.queryOptions({ document, version }));
  return titleOf(t, { version, name: place.names[0] });
}

/** The name that is given to what was there before a version was restored: without marks of direction, and no longer than a
 *  name may be. */
export function nameBefore(t: TFunction, version: string): string {
  const name = t('history.beforeRestoring', { version }).replaceAll(/[\u2068\u2069]/g, '');
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}
