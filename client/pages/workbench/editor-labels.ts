import type { TFunction } from 'i18next';
import type { EditorLabels } from '../../editor/state/labels.ts';
import type { Language } from '../../locales/index.ts';
import { formatNumber } from '../../ui/format.ts';

/** The words of the editor in the language of the interface. */
export function editorLabels(t: TFunction, language: Language): EditorLabels {
  return {
    language,
    editor: t('editor.name'),
    placeholder: t('editor.placeholder'),
    source: t('editor.source'),
    rendering: t('editor.rendering'),
    left: t('editor.left'),
    splitKeys: t('editor.splitKeys'),
    nameKeys: t('mention.keys'),
    linked: t('mention.linked'),
    unlinked: t('mention.unlinked'),
    unmarked: t('mention.unmarked'),
    meant: t('mention.meant'),
    rejected: t('proposal.rejected'),
    number: (value) => formatNumber(value, language),
    paragraph: (number) => t('editor.paragraph', { number }),
    segment: (number, status) => t('editor.segment', { number, state: t(`workbench.status.${status}`) }),
    state: (status) => t(`workbench.status.${status}`),
    words: (count) => t('editor.words', { count }),
    characters: (count) => t('editor.characters', { count }),
    findings: (count) => t('editor.findings', { count }),
    splitBefore: (word) => t('editor.splitBefore', { word }),
    boundaryBefore: (word) => t('editor.boundaryBefore', { word }),
    mention: (label) => t('mention.mention', { label }),
    marked: (label) => t('mention.marked', { label }),
    proposed: (label) => t('proposal.said', { label }),
  };
}
