/** The caller names something that is not there, and the answer has no place for a problem. */
export class UnknownRecord extends Error {
  readonly what: 'project' | 'document' | 'version' | 'schema' | 'name' | 'entity' | 'job';
  readonly id: string;

  constructor(what: 'project' | 'document' | 'version' | 'schema' | 'name' | 'entity' | 'job', id: string) {
    super(`There is no ${what} "${id}". It may have been removed, or the address is mistyped.`);
    this.name = 'UnknownRecord';
    this.what = what;
    this.id = id;
  }
}
