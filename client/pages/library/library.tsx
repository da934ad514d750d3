import { getRouteApi } from '@tanstack/react-router';
import { Archive } from './archive.tsx';
import { Shelves } from './shelves.tsx';

const route = getRouteApi('/');

/** The projects and their documents, or those that were put away. */
export function Library() {
  const { archived } = route.useSearch();
  return archived ? <Archive /> : <Shelves />;
}
