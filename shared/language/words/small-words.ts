/** Small words of English, folded, that stand around a name or inside it and are none of their own. */
export const smallEnglish: ReadonlySet<string> = new Set(
  'the a an of in to on at for by with from and s his her its their'.split(' '),
);

/** The same of Persian. */
export const smallPersian: ReadonlySet<string> = new Set('از در به با بر برای را و که این آن'.split(' '));
