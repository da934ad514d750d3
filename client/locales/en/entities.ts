export const entities = {
  here: 'In this segment',
  none: 'No name is marked in this segment.',
  known: 'Also in the registry',
  noEnglish: 'No English name yet',
  insert: 'Write it at the caret',
  goTo: 'Go to it',
  record: 'The record of “\u2068{{name}}\u2069”',
  all: 'All entities of the project',
} as const;
