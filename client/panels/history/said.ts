import type { TFunction } from 'i18next';
import type { EntryAbout, HistoryEntry } from '../../../shared/wire/version.ts';

/** What an entry tells, in one line: what was done. */
export function saidOf(t: TFunction, { kind, segments, about }: HistoryEntry): string {
  const [first, second] = about.names ?? [];
  const names = { from: first ?? t('history.entry.someName'), to: second ?? t('history.entry.someName') };
  switch (kind) {
    case 'work':
      return segments === null ? t('history.entry.work') : t('history.entry.worked', { count: segments });
    case 'import':
      return segments === null ? t('history.entry.imported') : t('history.entry.imports', { count: segments });
    case 'copy':
      return t('history.entry.copied', { name: about.name ?? '' });
    case 'english':
      return t('history.entry.english');
    case 'review':
      return t('history.entry.reviewed');
    case 'restore':
      return t('history.entry.restored', { version: titleOf(t, about) });
    case 'accept':
      return t('history.entry.accepted', { count: about.count ?? 0 });
    case 'mark':
      return t('history.entry.marked');
    case 'rename':
      return t('history.entry.renamed', names);
    case 'merge':
      return t('history.entry.merged', names);
    case 'split':
      return t('history.entry.split', names);
    case 'remove':
      return t('history.entry.removed', names);
    case 'link':
      return t('history.entry.linked');
    case 'propagate':
      return t('history.entry.propagated');
    case 'pretranslate':
      return t('history.entry.pretranslated');
    case 'replace':
      return t('history.entry.replaced', names);
    case 'revert':
      return t('history.entry.reverted');
  }
}

/** What a version is called: its name, or its number, which is the one that files of it carry. */
export function titleOf(t: TFunction, { version = 0, name }: Pick<EntryAbout, 'version' | 'name'>): string {
  if (name !== undefined) return t('history.named', { name });
  return version === 0 ? t('history.imported') : t('history.version', { number: version });
}
