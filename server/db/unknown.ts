/** The caller means a version of another history: an older copy of the data was put back, and the document has come to another version
 *  of that number since. */
export class OtherHistory extends Error {
  readonly version: number;

  constructor(version: number) {
    super(
      `Version ${version} is another one by now: an older copy of the data was put back. Nothing was changed; open the document again.`,
    );
    this.name = 'OtherHistory';
    this.version = version;
  }
}

/** The caller names something that is not there, and the answer has no place for a problem. */
export class UnknownRecord extends Error {
  readonly what: 'project' | 'document' | 'version' | 'schema' | 'name' | 'entity' | 'job' | 'release' | 'memory';
  readonly id: string;

  constructor(
    what: 'project' | 'document' | 'version' | 'schema' | 'name' | 'entity' | 'job' | 'release' | 'memory',
    id: string,
  ) {
    super(`There is no ${what} "${id}". It may have been removed, or the address is mistyped.`);
    this.name = 'UnknownRecord';
    this.what = what;
    this.id = id;
  }
}
