export const entities = {
  here: 'In segment {{number, number}}',
  waiting: 'Looking for names…',
  none: 'No name is marked or known in this segment. Alt+E marks one.',
  noEnglish: 'No English name yet',
  insert: 'Write it at the caret',
  goTo: 'Go to it',
  accept: 'Accept it where it stands',
  record: 'The record of “\u2068{{name}}\u2069”',
  all: 'All entities of the project',
} as const;
