/** A stretch of one of the files of an export, as it is stored. */
export interface FileBytes {
  /** Index in `CorpusExport.files`. */
  readonly file: number;
  readonly bytes: Uint8Array;
}

/** Makes bytes of a text that comes in pieces. */
export interface Packer {
  begin(): Uint8Array;
  /** Takes whole rows. */
  push(bytes: Uint8Array): Uint8Array;
  end(): Uint8Array;
}
