/** What the engines call differently in a table. */
export interface ColumnTypes {
  readonly bytes: 'blob' | 'bytea';
}
