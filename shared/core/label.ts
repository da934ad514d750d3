import type { Problem } from './problem.ts';

/** A kind of name that mentions and entities carry. */
export interface Label {
  /** Stands in documents and files: `GPE`. */
  readonly id: string;
  readonly fa: string;
  readonly en: string;
  /** The key that marks a selection with it, by its place on the keyboard (`KeyboardEvent.code`); `''` for none. */
  readonly key: string;
  /** The name of its colour; the interface knows its light and its dark form. Never the only sign of a label. */
  readonly hue: Hue;
}

/** Nine colours that stay apart in light, in dark and for colour-blind eyes. */
export const hues = ['lapis', 'violet', 'teal', 'leaf', 'saffron', 'pomegranate', 'sky', 'ochre', 'stone'] as const;
export type Hue = (typeof hues)[number];

/** The labels that a project begins with, in the order in which they are shown. */
export const defaultLabels: readonly Label[] = [
  { id: 'PER', fa: 'شخص', en: 'Person', key: 'KeyP', hue: 'lapis' },
  { id: 'ORG', fa: 'سازمان', en: 'Organisation', key: 'KeyO', hue: 'violet' },
  { id: 'GPE', fa: 'کشور یا شهر', en: 'Country or city', key: 'KeyG', hue: 'teal' },
  { id: 'LOC', fa: 'مکان', en: 'Place or bloc', key: 'KeyL', hue: 'leaf' },
  { id: 'FAC', fa: 'تأسیسات', en: 'Facility', key: 'KeyF', hue: 'saffron' },
  { id: 'EVENT', fa: 'رویداد', en: 'Event', key: 'KeyE', hue: 'pomegranate' },
  { id: 'AGREEMENT', fa: 'توافق', en: 'Agreement', key: 'KeyA', hue: 'sky' },
  { id: 'NORP', fa: 'ملیت یا آیین', en: 'Nationality or creed', key: 'KeyN', hue: 'ochre' },
  { id: 'TITLE', fa: 'سمت', en: 'Title', key: 'KeyT', hue: 'stone' },
];

/** True for a key that a label may have: a letter or a sign. The digits, Enter, Space and the arrows mean something else
 *  while names are marked. */
export function isLabelKey(code: string): boolean {
  return /^(?:Key[A-Z]|Bracket(?:Left|Right)|Semicolon|Quote|Comma|Period|Slash|Backslash|Backquote|Minus|Equal)$/.test(
    code,
  );
}

/** True for a name that a new label may have. */
export function isLabelId(id: string): boolean {
  return /^[A-Z][A-Z0-9_]{0,23}$/.test(id);
}

/** How many labels a project may have. */
export const MOST_LABELS = 100;

/** What is wrong with a list of labels; none for one that a project may have. `element` says which label, counted from 1. A project
 *  that has more than `most` already may have as many. */
export function labelProblems(labels: readonly Label[], most = MOST_LABELS): readonly Problem[] {
  if (labels.length === 0) {
    return [{ rule: 'label.none', message: 'A project needs a label; keep one, or add another.' }];
  }
  if (labels.length > most) {
    const message = `These would be ${labels.length} labels, and a project has at most ${most}. Take some out, or give names a label that is there.`;
    return [{ rule: 'label.many', message, values: { count: labels.length, limit: most } }];
  }
  const ids = labels.map(({ id }) => id);
  const keys = labels.map(({ key }) => key).filter((key) => key !== '');
  return labels.flatMap(({ id, key, fa, en }, index) => {
    const element = `label ${index + 1}`;
    const problems: Problem[] = [];
    if (!isLabelId(id)) {
      const message = `"${id}" is no name for a label; use capital letters, digits and _, as in GPE.`;
      problems.push({ rule: 'label.id', message, element, values: { id } });
    }
    if (ids.indexOf(id) < index) {
      problems.push({ rule: 'label.twice', message: `The label ${id} is there twice.`, element, values: { id } });
    }
    if (key !== '' && !isLabelKey(key)) {
      const message = `The key ${key} cannot mark with the label ${id}; give it a letter or a sign, as KeyG.`;
      problems.push({ rule: 'label.noKey', message, element, values: { id, key } });
    }
    if (key !== '' && keys.indexOf(key) < keys.lastIndexOf(key)) {
      const message = `More than one label has the key ${key.replace(/^Key/, '')}; give each its own, or none.`;
      problems.push({ rule: 'label.key', message, element, values: { id, key } });
    }
    if (fa.trim() === '' || en.trim() === '') {
      const message = `The label ${id} needs a name in both languages.`;
      problems.push({ rule: 'label.name', message, element, values: { id } });
    }
    return problems;
  });
}
