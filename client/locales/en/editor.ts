export const editor = {
  name: 'The document: Persian and English, row by row',
  placeholder: 'Write the rendering',
  source: 'Persian',
  rendering: 'English',
  left: 'The text is left. Tab goes on through the page; a click or Enter on a row comes back.',
  splitKeys:
    'Choose the word before which the Persian splits: arrow keys move, Enter splits (with Shift right at the caret, inside a word too), Escape leaves it whole.',
  paragraph: 'Paragraph {{number}}',
  segment: 'Segment {{number}}, {{state}}',
  words_one: '{{count, number}} word',
  words_other: '{{count, number}} words',
  characters_one: '{{count, number}} char.',
  characters_other: '{{count, number}} chars',
  findings_one: '{{count, number}} finding',
  findings_other: '{{count, number}} findings',
  splitBefore: 'Split before {{word}}',
  boundaryBefore: 'The next segment begins with {{word}}',
} as const;
