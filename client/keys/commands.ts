import { type Status, statuses } from '../../shared/core/status.ts';

/** Where a key works: everywhere; on the workbench outside dialogs; there, but not while typing into another field; in the text
 *  alone, while its rows are mended, where a key need not write. */
export type Scope = 'global' | 'workbench' | 'rendering' | 'mending';

/** The headings under which the overlay, the palette and the settings list commands. */
export const commandGroups = [
  'segment',
  'text',
  'entity',
  'links',
  'alignment',
  'memory',
  'checks',
  'find',
  'versions',
  'app',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
  readonly group: CommandGroup;
  readonly scope: Scope;
  /** The key it has before anybody changes it; see `binding.ts` for how it is written. */
  readonly binding: string | null;
  /** The same on a Mac, where the other one belongs to the editing of text. */
  readonly macBinding?: string;
  /** A character that calls it too, wherever nobody writes text. */
  readonly character?: '?';
  /** True where it opens something or leads somewhere, and changes no text: pressed while the page is still coming, it waits
   *  for it. */
  readonly waits?: boolean;
  /** True where what it opens takes the focus: what is typed behind its key is typed there. */
  readonly takesKeys?: boolean;
  /** True where holding the key down should go on. */
  readonly repeats?: boolean;
}

type StatusCommand = `segment.setStatus.${Status}`;

const statusCommands = Object.fromEntries(
  statuses.map((status) => [`segment.setStatus.${status}`, { group: 'segment', scope: 'workbench', binding: null }]),
) as Record<StatusCommand, Command>;

/** The digits that choose one of what is listed. */
export const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

type Digit = (typeof digits)[number];

type InsertCommand = `entity.insert${Digit}`;

const insertCommands = Object.fromEntries(
  digits.map((digit) => [
    `entity.insert${digit}`,
    { group: 'entity', scope: 'rendering', binding: `Alt+Digit${digit}` },
  ]),
) as Record<InsertCommand, Command>;

type TermCommand = `term.insert${Digit}`;

const termCommands = Object.fromEntries(
  digits.map((digit) => [
    `term.insert${digit}`,
    { group: 'entity', scope: 'rendering', binding: `Alt+Shift+Digit${digit}` },
  ]),
) as Record<TermCommand, Command>;

type MatchCommand = `match.${'take' | 'part'}${Digit}`;

/** Browsers go to a tab by these; in the text of a rendering they are those of every editor for translators. */
const matchCommands = Object.fromEntries(
  digits.flatMap((digit) => [
    [`match.take${digit}`, { group: 'memory', scope: 'rendering', binding: `Ctrl+Digit${digit}` }],
    [`match.part${digit}`, { group: 'memory', scope: 'rendering', binding: `Ctrl+Alt+Digit${digit}` }],
  ]),
) as Record<MatchCommand, Command>;

/** Everything that has a key or stands in the palette. Names are in the locales under `keys.command`. */
export const commands = {
  'segment.confirmNext': { group: 'segment', scope: 'rendering', binding: 'Ctrl+Enter' },
  'segment.confirm': { group: 'segment', scope: 'rendering', binding: 'Ctrl+Shift+Enter' },
  'segment.reviewNext': { group: 'segment', scope: 'rendering', binding: 'Alt+Enter' },
  'segment.previous': { group: 'segment', scope: 'workbench', binding: 'Alt+ArrowUp', repeats: true },
  'segment.next': { group: 'segment', scope: 'workbench', binding: 'Alt+ArrowDown', repeats: true },
  'segment.nextUnconfirmed': { group: 'segment', scope: 'workbench', binding: 'Alt+KeyN' },
  'segment.goTo': { group: 'segment', scope: 'workbench', binding: 'Alt+KeyJ', waits: true, takesKeys: true },
  'segment.split': { group: 'segment', scope: 'rendering', binding: 'Alt+KeyS' },
  'segment.merge': { group: 'segment', scope: 'rendering', binding: 'Alt+KeyM' },
  'segment.mergePrevious': { group: 'segment', scope: 'rendering', binding: 'Alt+Shift+KeyM' },
  'segment.boundaryBack': {
    group: 'segment',
    scope: 'rendering',
    binding: 'Alt+Shift+ArrowRight',
    macBinding: 'Ctrl+Alt+ArrowRight',
    repeats: true,
  },
  'segment.boundaryForward': {
    group: 'segment',
    scope: 'rendering',
    binding: 'Alt+Shift+ArrowLeft',
    macBinding: 'Ctrl+Alt+ArrowLeft',
    repeats: true,
  },
  'segment.toggleLead': { group: 'segment', scope: 'rendering', binding: 'Alt+Shift+KeyL' },
  ...statusCommands,
  'source.correct': { group: 'text', scope: 'rendering', binding: 'F2' },
  'source.join': { group: 'text', scope: 'rendering', binding: 'Alt+Shift+KeyJ' },
  'source.part': { group: 'text', scope: 'rendering', binding: 'Alt+Shift+KeyP' },
  'segment.copySource': { group: 'text', scope: 'rendering', binding: 'Alt+KeyC' },
  'segment.clear': {
    group: 'text',
    scope: 'rendering',
    binding: 'Alt+Backspace',
    macBinding: 'Ctrl+Shift+Backspace',
  },
  'edit.undo': { group: 'text', scope: 'rendering', binding: 'Ctrl+KeyZ', repeats: true },
  'edit.redo': { group: 'text', scope: 'rendering', binding: 'Ctrl+Shift+KeyZ', repeats: true },
  'edit.zwnj': { group: 'text', scope: 'rendering', binding: 'Alt+KeyZ' },
  'mention.mark': { group: 'entity', scope: 'rendering', binding: 'Alt+KeyE' },
  'mention.repeats': { group: 'entity', scope: 'rendering', binding: 'Alt+KeyR' },
  'proposal.next': { group: 'entity', scope: 'rendering', binding: 'Alt+KeyG', waits: true },
  'proposal.acceptAll': { group: 'entity', scope: 'rendering', binding: 'Alt+Shift+KeyG', waits: true },
  'view.proposals': { group: 'entity', scope: 'workbench', binding: 'Alt+KeyB' },
  ...insertCommands,
  ...termCommands,
  'link.mode': { group: 'links', scope: 'rendering', binding: 'Alt+KeyL' },
  'links.open': { group: 'links', scope: 'workbench', binding: 'Alt+Shift+KeyK', waits: true },
  'links.project': { group: 'links', scope: 'workbench', binding: null },
  'mend.mode': { group: 'alignment', scope: 'rendering', binding: 'Alt+KeyW' },
  'alignment.open': { group: 'alignment', scope: 'workbench', binding: 'Alt+Shift+KeyW', waits: true },
  // Single keys of mending: alone they mean the English, with Shift the Persian, where they mean one side.
  'mend.confirm': { group: 'alignment', scope: 'mending', binding: 'Space' },
  'mend.confirmAbove': { group: 'alignment', scope: 'mending', binding: 'Shift+KeyC' },
  'mend.review': { group: 'alignment', scope: 'mending', binding: 'KeyR' },
  'mend.leaveOut': { group: 'alignment', scope: 'mending', binding: 'KeyO' },
  'mend.nextOpen': { group: 'alignment', scope: 'mending', binding: 'KeyN' },
  'mend.nextOdd': { group: 'alignment', scope: 'mending', binding: 'KeyX' },
  'mend.nextUnsure': { group: 'alignment', scope: 'mending', binding: 'KeyL' },
  'mend.merge': { group: 'alignment', scope: 'mending', binding: 'KeyM' },
  'mend.mergePrevious': { group: 'alignment', scope: 'mending', binding: 'Shift+KeyM' },
  'mend.split': { group: 'alignment', scope: 'mending', binding: 'KeyB' },
  'mend.english.push': { group: 'alignment', scope: 'mending', binding: 'KeyD' },
  'mend.persian.push': { group: 'alignment', scope: 'mending', binding: 'Shift+KeyD' },
  'mend.english.pull': { group: 'alignment', scope: 'mending', binding: 'KeyU' },
  'mend.persian.pull': { group: 'alignment', scope: 'mending', binding: 'Shift+KeyU' },
  'mend.english.join': { group: 'alignment', scope: 'mending', binding: 'KeyJ' },
  'mend.persian.join': { group: 'alignment', scope: 'mending', binding: 'Shift+KeyJ' },
  'mend.english.joinPrevious': { group: 'alignment', scope: 'mending', binding: 'KeyK' },
  'mend.persian.joinPrevious': { group: 'alignment', scope: 'mending', binding: 'Shift+KeyK' },
  'mend.english.split': { group: 'alignment', scope: 'mending', binding: 'KeyS' },
  'mend.persian.split': { group: 'alignment', scope: 'mending', binding: 'Shift+KeyS' },
  'mend.english.down': { group: 'alignment', scope: 'mending', binding: 'Enter' },
  'mend.persian.down': { group: 'alignment', scope: 'mending', binding: 'Shift+Enter' },
  'mend.english.up': { group: 'alignment', scope: 'mending', binding: 'Backspace' },
  'mend.persian.up': { group: 'alignment', scope: 'mending', binding: 'Shift+Backspace' },
  'mend.insertBelow': { group: 'alignment', scope: 'mending', binding: 'KeyI' },
  'mend.insertAbove': { group: 'alignment', scope: 'mending', binding: 'Shift+KeyI' },
  'mend.remove': { group: 'alignment', scope: 'mending', binding: 'Delete' },
  'mend.again': { group: 'alignment', scope: 'mending', binding: 'KeyG' },
  'mend.againAll': { group: 'alignment', scope: 'mending', binding: 'Shift+KeyG' },
  'mend.write': { group: 'alignment', scope: 'mending', binding: 'KeyE' },
  ...matchCommands,
  'matches.open': { group: 'memory', scope: 'workbench', binding: 'Alt+KeyU', waits: true },
  'match.fill': { group: 'memory', scope: 'workbench', binding: null },
  'match.again': { group: 'memory', scope: 'workbench', binding: 'Alt+Shift+KeyU' },
  'memories.project': { group: 'memory', scope: 'workbench', binding: null },
  'terms.project': { group: 'entity', scope: 'workbench', binding: null },
  'labels.open': { group: 'entity', scope: 'workbench', binding: null },
  'check.next': { group: 'checks', scope: 'workbench', binding: 'F8', waits: true, repeats: true },
  'check.previous': { group: 'checks', scope: 'workbench', binding: 'Shift+F8', repeats: true },
  'check.remedy': { group: 'checks', scope: 'workbench', binding: 'Alt+KeyY' },
  'check.ignore': { group: 'checks', scope: 'workbench', binding: 'Alt+Shift+KeyY' },
  'check.keepWord': { group: 'checks', scope: 'workbench', binding: 'Alt+Shift+KeyD' },
  'checks.open': { group: 'checks', scope: 'workbench', binding: 'Alt+KeyV', waits: true },
  'checks.project': { group: 'checks', scope: 'workbench', binding: null },
  'find.open': { group: 'find', scope: 'workbench', binding: 'Ctrl+KeyF', waits: true, takesKeys: true },
  'find.next': { group: 'find', scope: 'workbench', binding: 'F3', repeats: true },
  'find.previous': { group: 'find', scope: 'workbench', binding: 'Shift+F3', repeats: true },
  'search.concordance': { group: 'find', scope: 'workbench', binding: 'Alt+KeyK', waits: true, takesKeys: true },
  'search.replace': {
    group: 'find',
    scope: 'workbench',
    binding: 'Ctrl+KeyH',
    macBinding: 'Ctrl+Alt+KeyF',
    waits: true,
    takesKeys: true,
  },
  'view.filter': { group: 'find', scope: 'workbench', binding: 'Alt+KeyF', waits: true, takesKeys: true },
  'view.invisibles': { group: 'find', scope: 'workbench', binding: 'Alt+KeyI' },
  'view.panel': { group: 'find', scope: 'workbench', binding: 'Alt+KeyP' },
  'history.open': { group: 'versions', scope: 'workbench', binding: 'Alt+KeyH', waits: true },
  'version.save': { group: 'versions', scope: 'workbench', binding: 'Ctrl+KeyS', waits: true, takesKeys: true },
  'export.open': { group: 'versions', scope: 'workbench', binding: 'Alt+KeyX', waits: true, takesKeys: true },
  'releases.project': { group: 'versions', scope: 'workbench', binding: null },
  'release.make': { group: 'versions', scope: 'global', binding: 'Alt+Shift+KeyX', waits: true, takesKeys: true },
  'app.palette': { group: 'app', scope: 'global', binding: 'Ctrl+KeyK', waits: true, takesKeys: true },
  'app.keys': { group: 'app', scope: 'global', binding: 'F1', character: '?', waits: true, takesKeys: true },
  'app.undoNotice': { group: 'app', scope: 'global', binding: 'Alt+Shift+KeyZ' },
  'app.language': { group: 'app', scope: 'global', binding: null },
  'app.colorScheme': { group: 'app', scope: 'global', binding: null },
  'library.open': { group: 'app', scope: 'global', binding: null },
  'library.import': { group: 'app', scope: 'global', binding: 'Alt+KeyA', waits: true, takesKeys: true },
  'library.pair': { group: 'app', scope: 'global', binding: 'Alt+Shift+KeyA', waits: true, takesKeys: true },
  'pair.swap': { group: 'app', scope: 'global', binding: 'Alt+Shift+KeyS' },
  'pair.english': { group: 'text', scope: 'workbench', binding: null },
  'formats.open': { group: 'app', scope: 'global', binding: null },
  'settings.open': { group: 'app', scope: 'global', binding: null },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** All commands in the order in which they are listed. */
export const commandIds = Object.keys(commands) as readonly CommandId[];

/** The command itself, without the exactness of the table. */
export function command(id: CommandId): Command {
  return commands[id];
}
