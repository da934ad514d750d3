export const jobs = {
  doing: {
    pair: 'Aligning “\u2068{{name}}\u2069”',
    merge: 'Merging “\u2068{{name}}\u2069” into “\u2068{{other}}\u2069”',
    remove: 'Deleting “\u2068{{name}}\u2069”',
    split: 'Moving mentions from “\u2068{{name}}\u2069” to “\u2068{{other}}\u2069”',
    rename: 'Renaming “\u2068{{name}}\u2069” to “\u2068{{other}}\u2069”',
    mark: 'Marking names in other documents',
    link: 'Changing links',
    other: 'Work under way',
  },
  back: 'Taking back: {{what}}',
  parts: '{{done, number}} of {{count, number}}',
  share: '{{share, number(style: percent)}}',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  stop: 'Stop, and take back what is done',
  stopThis: 'Stop: {{what}}',
};
