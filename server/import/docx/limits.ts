const MiB = 1024 * 1024;

/** What a `.docx` may hold, so that a small file cannot fill the memory: see `package.ts`. */
export const docxLimits = {
  /** Files in the package. */
  entries: 4096,
  /** Bytes of all of them by what the package says. */
  declared: 256 * MiB,
  /** Bytes of its XML, counted while unpacking. */
  xml: 32 * MiB,
  /** Elements in the XML that is read. A page of Word has about 300. */
  tags: 500_000,
  /** How deep elements may be nested. Tables in tables in text boxes reach 60. */
  depth: 500,
  /** How many times its packed size a part may have, when it is larger than `ratioFrom`. Written text reaches 50. */
  ratio: 250,
  ratioFrom: 4 * MiB,
} as const;

/** Bytes in MiB, rounded up to one decimal. */
export function inMiB(bytes: number): number {
  return Math.ceil((bytes / MiB) * 10) / 10;
}
