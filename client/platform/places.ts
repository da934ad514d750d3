import { stored } from './stored.ts';

/** Of so many documents this browser knows where one was. */
const DOCUMENTS = 200;

/** The segment where one was last, by document; the document opened last comes last. */
const store = stored<Readonly<Record<string, string>>>('radif.places', (found) =>
  Object.fromEntries(Object.entries(found ?? {}).filter(([, segment]) => typeof segment === 'string')),
);

/** Id of the segment where one was last in a document, in this browser; `null` where that is not known. */
export function placeIn(document: string): string | null {
  return store.get()[document] ?? null;
}

export function rememberPlace(document: string, segment: string): void {
  const { [document]: before, ...others } = store.get();
  if (before === segment) return;
  store.set(Object.fromEntries([...Object.entries(others), [document, segment]].slice(-DOCUMENTS)));
}
