import type { TFunction } from 'i18next';
import { alignmentStates } from '../../../shared/core/alignment.ts';
import { type Status, statuses } from '../../../shared/core/status.ts';
import type { EditorLabels } from '../../editor/state/labels.ts';
import type { Language } from '../../locales/index.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';

/** The words of the editor in the language of the interface. */
export function editorLabels(t: TFunction, language: Language): EditorLabels {
  const number = (value: number) => formatNumber(value, language);
  const states = new Map(statuses.map((status) => [status, t(`workbench.status.${status}`)]));
  const state = (status: Status) => states.get(status) ?? '';
  const paragraph = withHole((hole) => t('editor.paragraph', { number: hole }));
  const segment = new Map(
    statuses.map((status) => [status, withHole((hole) => t('editor.segment', { number: hole, state: state(status) }))]),
  );
  const percent = (share: number) => formatPercent(share, language);
  const scored = withHole((hole) => t('editor.alignment.scored', { score: hole }));
  const aligned = new Map(alignmentStates.map((said) => [said, t(`editor.alignment.${said}`)]));
  return {
    language,
    editor: t('editor.name'),
    placeholder: t('editor.placeholder'),
    noPersian: t('editor.noPersian'),
    leftOut: t('editor.leftOut'),
    source: t('editor.source'),
    rendering: t('editor.rendering'),
    left: t('editor.left'),
    splitKeys: t('editor.splitKeys'),
    correct: t('editor.correct'),
    correctKeys: t('editor.correctKeys'),
    nameKeys: t('mention.keys'),
    linked: t('mention.linked'),
    unlinked: t('mention.unlinked'),
    unmarked: t('mention.unmarked'),
    meant: t('mention.meant'),
    rejected: t('proposal.rejected'),
    links: linkLabels(t),
    mending: {
      on: t('editor.mending.on'),
      off: t('editor.mending.off'),
      writing: t('editor.mending.writing'),
      back: t('editor.mending.back'),
    },
    alignment: ({ state, score }) =>
      state === 'automatic' && score !== null ? scored(percent(score)) : (aligned.get(state) ?? ''),
    percent,
    number,
    paragraph: (place) => paragraph(number(place)),
    segment: (place, status) => segment.get(status)?.(number(place)) ?? '',
    state,
    words: (count) => t('editor.words', { count }),
    characters: (count) => t('editor.characters', { count }),
    findings: (count) => t('editor.findings', { count }),
    splitBefore: (word) => t('editor.splitBefore', { word }),
    boundaryBefore: (word) => t('editor.boundaryBefore', { word }),
    mention: (label) => t('mention.mention', { label }),
    joins: (name) => t('mention.joins', { name }),
    marked: (label) => t('mention.marked', { label }),
    proposed: (label) => t('proposal.said', { label }),
  };
}

/** Something that thousands of rows say: the message is looked up once, and its hole is filled again and again. */
function withHole(say: (hole: string) => string): (filling: string) => string {
  const [before = '', after = ''] = say(HOLE).split(HOLE);
  return (filling) => before + filling + after;
}

const HOLE = '\u0000';

/** Each word of link mode has its message; two of them count. */
function linkLabels(t: TFunction): EditorLabels['links'] {
  const said = Object.fromEntries(linkWords.map((word) => [word, t(`links.mode.${word}`)]));
  return {
    ...(said as Record<(typeof linkWords)[number], string>),
    accept: (count) => (count === 0 ? t('links.mode.acceptNone') : t('links.mode.accept', { count })),
    accepted: (count) => t('links.mode.accepted', { count }),
  };
}

const linkWords = [
  'keys',
  'pick',
  'join',
  'sure',
  'possible',
  'apart',
  'open',
  'side',
  'leave',
  'entered',
  'left',
  'picked',
  'notPicked',
  'linkedWith',
  'possiblyWith',
  'suggestedWith',
  'staleWith',
  'notLinked',
  'joined',
  'saidSure',
  'saidPossible',
  'takenApart',
] as const;
