import fc from 'fast-check';

/** What breaks readers: markup, escapes, numbers, line ends, and half of anything. */
const pieces = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '</',
    '/>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<?',
    '&#0;',
    '&#xD800;',
    '&x;',
    'xmlns="',
    ' id="1"',
  ],
  ...['{', '}', '[', ']', ',', ':', 'null', '-1', '1e999', '99999999999999999999', '\\u', '\\'],
  ...[
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\u2028',
    '\0',
    '\ud800',
    '\ufeff',
    '|',
    '_',
    '*',
    ';',
    '->',
    '[1]',
    '#Text=',
    '#',
    ' ',
  ],
  ...[
    '1-1',
    '0-5',
    'B-PER',
    'T1',
    '<cp hex="0"/>',
    '<cp hex="110000"/>',
    '<sc id="1"/>',
    '<em startRef="a"/>',
    '<seg>',
    '<tu>',
  ],
];

/** One change of a text: at a place between 0 and 1, so much of it taken out, and something put there. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
  put: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 }), fc.constant(null)),
});

/** Changes that make a sound file an unsound one, or another sound one. */
export const changes = fc.array(change, { minLength: 1, maxLength: 6 });

/** `text` with changes made to it; where nothing is put, what was taken out stands twice. */
export function changed(text: string, made: readonly { at: number; out: number; put: string | null }[]): string {
  let found = text;
  for (const { at, out, put } of made) {
    const from = Math.floor(at * found.length);
    const taken = found.slice(from, from + out);
    found = found.slice(0, from) + (put ?? taken + taken) + found.slice(from + out);
  }
  return found;
}
