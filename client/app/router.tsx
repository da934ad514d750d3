import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { TroublePage } from '../frame/trouble-page.tsx';
import { NotFound } from '../pages/not-found.tsx';
import { Root } from './root.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: TroublePage });

const library = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: ({ archived }): { archived?: true } => (archived === true ? { archived } : {}),
  component: lazyRouteComponent(() => import('../pages/library/library.tsx'), 'Library'),
});

const workbench = createRoute({
  getParentRoute: () => root,
  path: '/documents/$document',
  validateSearch: ({ segment, panel }): WorkbenchSearch => ({
    ...(typeof segment === 'string' && { segment }),
    ...(panel === 'history' && { panel }),
  }),
  component: lazyRouteComponent(() => import('../pages/workbench/workbench.tsx'), 'Workbench'),
});

const version = createRoute({
  getParentRoute: () => root,
  path: '/documents/$document/versions/$version',
  component: lazyRouteComponent(() => import('../pages/version/version.tsx'), 'Version'),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/documents/$document/compare',
  validateSearch: ({ before, after }): { before?: number; after?: number } => ({
    ...(isVersion(before) && { before }),
    ...(isVersion(after) && { after }),
  }),
  component: lazyRouteComponent(() => import('../pages/compare/compare.tsx'), 'Compare'),
});

const registry = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/entities',
  validateSearch: ({ entity, aspect, create, labels, deleted }): RegistrySearch => ({
    ...(typeof entity === 'string' && { entity }),
    ...((aspect === 'mentions' || aspect === 'history') && { aspect }),
    ...(create === true && { create }),
    ...(labels === true && { labels }),
    ...(deleted === true && { deleted }),
  }),
  component: lazyRouteComponent(() => import('../pages/registry/registry.tsx'), 'Registry'),
});

const checks = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/checks',
  validateSearch: ({ kind, ignored }): ChecksSearch => ({
    ...(typeof kind === 'string' && { kind }),
    ...(ignored === true && { ignored }),
  }),
  component: lazyRouteComponent(() => import('../pages/checks/checks.tsx'), 'ProjectChecks'),
});

const links = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/links',
  validateSearch: ({ document, suggested, word }): LinksSearch => ({
    ...(typeof document === 'string' && { document }),
    ...(suggested === true && { suggested }),
    ...(typeof word === 'string' && { word }),
  }),
  component: lazyRouteComponent(() => import('../pages/links/links.tsx'), 'ProjectLinks'),
});

const glossary = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/terms',
  validateSearch: ({ term, create, proposed }): GlossarySearch => ({
    ...(typeof term === 'string' && { term }),
    ...(create === true && { create }),
    ...(proposed === true && { proposed }),
  }),
  component: lazyRouteComponent(() => import('../pages/glossary/glossary.tsx'), 'GlossaryPage'),
});

const memories = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/memories',
  component: lazyRouteComponent(() => import('../pages/memories/memories.tsx'), 'Memories'),
});

const releases = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project/releases',
  validateSearch: ({ release, before }): ReleasesSearch => ({
    ...(typeof release === 'string' && { release }),
    ...(typeof before === 'string' && { before }),
  }),
  component: lazyRouteComponent(() => import('../pages/releases/releases.tsx'), 'Releases'),
});

const formats = createRoute({
  getParentRoute: () => root,
  path: '/formats',
  validateSearch: ({ format }): { format?: string } => (typeof format === 'string' ? { format } : {}),
  component: lazyRouteComponent(() => import('../pages/formats/formats.tsx'), 'Formats'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/settings.tsx'), 'Settings'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    library,
    workbench,
    version,
    compare,
    registry,
    checks,
    links,
    glossary,
    memories,
    releases,
    formats,
    settings,
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  scrollRestoration: false,
});

interface WorkbenchSearch {
  /** Id of the segment to go to. */
  readonly segment?: string;
  /** The tab of the panel to begin with, where it is not the usual one. */
  readonly panel?: 'history';
}

interface RegistrySearch {
  /** Id of the entity that is shown. */
  readonly entity?: string;
  readonly aspect?: 'mentions' | 'history';
  /** True while a new one is being made. */
  readonly create?: true;
  /** True while the labels are changed. */
  readonly labels?: true;
  /** True while the deleted ones are listed. */
  readonly deleted?: true;
}

interface GlossarySearch {
  /** Id of the term that is shown. */
  readonly term?: string;
  /** True while a new one is being made. */
  readonly create?: true;
  /** True while proposed terms are looked at. */
  readonly proposed?: true;
}

interface LinksSearch {
  /** Id of the document whose links are looked at; those of the whole project, when left out. */
  readonly document?: string;
  /** True for what is suggested instead of what is made. */
  readonly suggested?: true;
  /** The Persian word whose partners are shown. */
  readonly word?: string;
}

interface ReleasesSearch {
  /** Id of the release that is shown; the newest one, when left out. */
  readonly release?: string;
  /** Id of the release that it is compared with. */
  readonly before?: string;
}

interface ChecksSearch {
  /** The kind of findings that are looked at, as the address has it; all, when left out. */
  readonly kind?: string;
  /** True for the ignored ones instead of the open ones. */
  readonly ignored?: true;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
