/** A kind of name that mentions and entities carry. */
export interface Label {
  /** Stands in documents and files: `GPE`. */
  readonly id: string;
  readonly fa: string;
  readonly en: string;
  /** The key that marks a selection with it, by its place on the keyboard (`KeyboardEvent.code`). */
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
