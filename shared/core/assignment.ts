/** The partners with the best total: for each row of `worth` the column that it is given, or `null`. No column is given
 *  twice, and no pair that is worth 0 or less. Rows and columns may differ in number.
 *  H. W. Kuhn, "The Hungarian Method for the Assignment Problem", Naval Research Logistics Quarterly 2 (1955), in the form
 *  with shortest augmenting paths of R. Jonker and A. Volgenant, Computing 38 (1987): O(rows² · columns). */
export function bestAssignment(worth: readonly (readonly number[])[]): readonly (number | null)[] {
  const rows = worth.length;
  const real = Math.max(0, ...worth.map((row) => row.length));
  // As many columns more that are worth nothing: a row that finds no partner takes one of them.
  const columns = real + rows;
  const cost = (row: number, column: number) => -Math.max(0, worth[row - 1]?.[column - 1] ?? 0);

  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  /** The row that each column is given to; 0 for none. Column 0 stands for the row that is being placed. */
  const owner = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) place(row);

  const given: (number | null)[] = worth.map(() => null);
  for (let column = 1; column <= real; column++) {
    const row = owner[column] ?? 0;
    if (row > 0 && cost(row, column) < 0) given[row - 1] = column - 1;
  }
  return given;

  function place(row: number): void {
    const shortest = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(columns + 1);
    const settled = new Uint8Array(columns + 1);
    owner[0] = row;
    let column = 0;
    while (owner[column] !== 0) {
      settled[column] = 1;
      const current = owner[column] ?? 0;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other++) {
        if (settled[other]) continue;
        const reduced = cost(current, other) - at(rowPrice, current) - at(columnPrice, other);
        if (reduced < at(shortest, other)) {
          shortest[other] = reduced;
          cameFrom[other] = column;
        }
        if (at(shortest, other) < step) {
          step = at(shortest, other);
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (settled[other]) {
          const held = owner[other] ?? 0;
          rowPrice[held] = at(rowPrice, held) + step;
          columnPrice[other] = at(columnPrice, other) - step;
        } else shortest[other] = at(shortest, other) - step;
      }
      column = next;
    }
    while (column !== 0) {
      const before = cameFrom[column] ?? 0;
      owner[column] = owner[before] ?? 0;
      column = before;
    }
  }
}

function at(of: Float64Array, index: number): number {
  return of[index] as number;
}
