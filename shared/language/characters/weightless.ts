/** Members of a character class: marks that have neither width nor meaning for a reader. Marks and overrides of direction,
 *  the soft hyphen, the word joiner and its kin, the byte order mark inside a text. ZWNJ and ZWJ are none of them: they shape
 *  letters and are content. */
export const weightless = String.raw`\u00ad\u061c\u180e\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff`;

/** The space of no width: it parts words and sentences as any space does. */
export const ZERO_WIDTH_SPACE = '\u200b';
