/** What is wrong with some input: place, rule and remedy. Bad input is a value, never an exception.
 *  `rule` is a stable key that the interface translates; `message` says the same in English for the command line. */
export interface Problem {
  readonly rule: string;
  readonly message: string;
  /** Name of the file that is meant, where there are several. */
  readonly file?: string;
  /** 1-based line and column (UTF-16 units) in a text, where the place is known. */
  readonly line?: number;
  readonly column?: number;
  /** Offset in bytes of a file, where the place is a byte. */
  readonly byte?: number;
  /** The element, segment, column or field that is meant. */
  readonly element?: string;
  /** Values that the translated message needs. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A result that may be bad input. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };
