/** The `Content-Disposition` of a download (RFC 6266): the name as it is for today's browsers (RFC 5987), in ASCII for
 *  the others. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extendedValue(name)}`;
}

/** A title as the name of a file: what file systems or readers stumble over becomes a space. */
export function fileName(title: string, ending: string): string {
  const name = title.replace(/[\s\p{Cc}\p{Cs}\p{Bidi_Control}/\\:*?"<>|]+/gu, ' ').replace(/^[\s.]+|[\s.]+$/gu, '');
  return `${[...name].slice(0, 100).join('') || 'radif'}.${ending}`;
}

function extendedValue(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
