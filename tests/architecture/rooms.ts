/** The map of the house: each room, the rooms it may call, and the packages it may bring; read it from the top down. A room
 *  is a folder with what is in it, unless a part of it is a room of its own. Whoever may call a room may call its parts. */
export interface Room {
  readonly may: readonly string[];
  /** Packages by name; left out: none in `shared`, any that is not in `never` elsewhere. */
  readonly packages?: readonly string[];
}

const prosemirror = ['prosemirror-model', 'prosemirror-transform', 'prosemirror-state'];
const language = ['shared/core', 'shared/language'];
const model = [...language, 'shared/names', 'shared/doc/model'];
const editor = ['shared', 'client/editor/state', 'client/editor/page'];
const painted = [...editor, 'client/editor/paint', 'client/editor/commands'];
const seen = ['shared', 'client/platform', 'client/ui', 'client/keys', 'client/locales'];
const panelled = [...seen, 'client/editor', 'client/timeline', 'client/panels'];

export const rooms: Readonly<Record<string, Room>> = {
  'shared/core': { may: ['package.json'] },
  'shared/wire': { may: ['shared/core', 'shared/names/entity'] },
  'shared/language/characters': { may: ['shared/core'] },
  'shared/language/words': { may: ['shared/core', 'shared/language/characters'] },
  'shared/language/sentences': { may: language },
  'shared/language/sounds': { may: language },
  'shared/alignment': { may: language },
  'shared/memory': { may: language },
  'shared/terms': { may: [...language, 'shared/alignment'] },
  'shared/checks': { may: [...language, 'shared/names', 'shared/terms'] },
  'shared/names/entity': { may: language },
  'shared/names/gazetteer': { may: [...language, 'shared/names/entity'] },
  'shared/names/registry': { may: [...language, 'shared/names/entity'] },
  'shared/names/suggestion': { may: [...language, 'shared/names'] },
  'shared/names/lexicon': { may: [...language, 'shared/names', 'shared/alignment'] },
  'shared/names/projection': { may: [...language, 'shared/names', 'shared/alignment'] },
  'shared/doc/model': { may: [...language, 'shared/names'], packages: prosemirror },
  'shared/doc/edit': { may: model, packages: prosemirror },
  'shared/doc/merge': { may: [...model, 'shared/doc/edit'], packages: prosemirror },
  'shared/doc/checks': { may: [...model, 'shared/doc/edit', 'shared/checks', 'shared/terms'], packages: prosemirror },
  'shared/doc/proposals': { may: [...model, 'shared/doc/edit', 'shared/alignment'], packages: prosemirror },
  'shared/formats': { may: [...language, 'shared/names', 'shared/terms'], packages: ['fflate', 'saxes'] },
  'shared/release': { may: [...language, 'shared/formats'] },

  'client/timeline': { may: ['shared'] },
  'client/locales': { may: ['shared'] },
  'client/platform': { may: ['shared', 'client/locales', 'client/timeline'] },
  'client/ui': { may: ['shared', 'client/locales', 'client/platform'] },
  'client/keys': { may: seen },
  'client/jobs': { may: seen },
  'client/frame': { may: [...seen, 'client/jobs'] },
  'client/editor': { may: ['shared'] },
  'client/editor/state': { may: ['shared'] },
  'client/editor/page': { may: ['shared', 'client/editor/state'] },
  'client/editor/paint': { may: editor },
  'client/editor/commands': { may: editor },
  'client/editor/typing': { may: [...editor, 'client/editor/commands'] },
  'client/editor/spine': { may: painted },
  'client/editor/find': { may: painted },
  'client/editor/mending': { may: [...painted, 'client/editor/find', 'client/editor/spine'] },
  'client/editor/naming': { may: painted },
  'client/editor/links': { may: painted },
  'client/editor/proposals': { may: painted },
  'client/panels': { may: panelled },
  'client/exporting': { may: [...seen, 'client/panels'] },
  'client/importing': { may: seen },
  'client/reviewing': { may: seen },
  'client/pairing': { may: [...seen, 'client/jobs'] },
  'client/pages': {
    may: [
      ...panelled,
      'client/jobs',
      'client/frame',
      'client/exporting',
      'client/importing',
      'client/reviewing',
      'client/pairing',
      'client/pages',
    ],
  },
  'client/app': { may: [...panelled, 'client/frame', 'client/pages'] },
  'client/main.tsx': { may: ['client'] },

  'server/db': { may: ['shared'] },
  'server/timeline': { may: ['shared', 'server/db'] },
  'server/import': { may: ['shared', 'server/timeline'] },
  'server/memory': { may: ['shared', 'server/db', 'server/import', 'server/timeline'] },
  'server/machine': { may: ['shared'] },
  'server/spelling': { may: ['shared'] },
  'server/apart': { may: ['shared', 'server/db', 'server/timeline', 'server/import', 'server/memory'] },
  'server/sample': { may: ['shared'] },
  'server/temporary': { may: ['server/apart'] },
  'server/input': { may: ['shared'] },
  'server/context.ts': {
    may: [
      'shared',
      'server/db',
      'server/timeline',
      'server/apart',
      'server/memory',
      'server/machine',
      'server/spelling',
    ],
  },
  'server/settings.ts': { may: ['shared'] },
  'server/jobs': { may: ['shared', 'server/context.ts', 'server/db', 'server/apart', 'server/temporary'] },
  'server/commands': {
    may: [
      'shared',
      'server/context.ts',
      'server/db',
      'server/timeline',
      'server/import',
      'server/memory',
      'server/machine',
      'server/spelling',
      'server/apart',
      'server/sample',
      'server/temporary',
      'server/jobs',
    ],
  },
  'server/backup': { may: ['shared', 'server/context.ts', 'server/db', 'server/timeline'] },
  'server/export': {
    may: [
      'shared',
      'server/context.ts',
      'server/db',
      'server/timeline',
      'server/temporary',
      'server/input',
      'server/commands',
    ],
  },
  'server/release': {
    may: [
      'shared',
      'server/context.ts',
      'server/db',
      'server/timeline',
      'server/temporary',
      'server/input',
      'server/commands',
      'server/jobs',
      'server/export',
    ],
  },
  'server/trpc.ts': { may: ['shared', 'server/context.ts', 'server/db', 'server/input', 'server/apart'] },
  'server/routes': {
    may: ['shared', 'server/trpc.ts', 'server/input', 'server/commands', 'server/export', 'server/release'],
  },
  'server/router.ts': { may: ['server/trpc.ts', 'server/routes'] },
  'server/http': { may: ['shared', 'server'] },
  'server/cli': { may: ['shared', 'server'] },
  'server/main.ts': { may: ['server/cli'] },
  // What starts the program, and builds it first where it must.
  'server/radif.mjs': { may: ['server/build.mjs'] },
  'server/build.mjs': { may: [] },
};

/** Packages that no room of a wing may bring: the server runs without a browser, the client without Node. */
export const never: Readonly<Record<string, RegExp>> = {
  'server/': /^(react|react-dom|@mantine\/.+|prosemirror-(view|history|keymap))(\/|$)/,
  'client/': /^(node:.+|fastify|kysely|libsql|pg|pino)(\/|$)/,
};

/** Rooms that own their DOM and text: nothing that they reach may bring React. */
export const withoutReact = ['client/editor/', 'client/timeline/'];

/** The one link of the client to the server. */
export const link = { from: 'client/', to: 'server/router.ts', name: 'AppRouter' };

/** The room that `path` stands in: the longest entry of the map that it lies below, or `null`. */
export function roomOf(path: string): string | null {
  const above = Object.keys(rooms).filter((room) => path === room || path.startsWith(`${room}/`));
  return above.reduce<string | null>((found, room) => (room.length > (found?.length ?? 0) ? room : found), null);
}
