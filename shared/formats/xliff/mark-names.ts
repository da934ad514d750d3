/** A label as a part of `mtype`, which has no white space (XLIFF 1.2, section 2.3: `x-` and what is no white space). */
export function mtypeOf(label: string): string {
  return label.replace(/[\s%]/gu, encodeURIComponent);
}

export function labelOf(mtype: string): string {
  return mtype.replace(/(?:%[0-9A-F]{2})+/g, (found) => {
    try {
      return decodeURIComponent(found);
    } catch {
      return found;
    }
  });
}

/** An id as `mid`, which is an NMTOKEN: what may not stand in one is written as its code, `_x20_`. */
export function nameToken(id: string): string {
  const token = id.replace(
    /_x(?=[0-9a-f]*_)|[^\w.:-]/gu,
    (found) => `_x${found.codePointAt(0)?.toString(16)}_${found.length > 1 && found.startsWith('_') ? 'x' : ''}`,
  );
  return token === '' ? '_x_' : token;
}

export function tokenName(token: string): string {
  return token.replace(/_x([0-9a-f]{0,6})_/g, (_, code: string) =>
    code === '' ? '' : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
}
