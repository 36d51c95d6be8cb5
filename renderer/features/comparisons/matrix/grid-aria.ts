/*
 * What the grid's elements tell assistive technology: roles, and where in the whole grid they stand, since most of it is not
 * in the document. Rows and columns count from 1, heads included. Elements of a table would not do: they cannot leave rows and
 * columns out, and lose their meaning when they are placed by transforms.
 */

/**
 * `row` is -1 for the row of column heads. Every other row comes in two parts of one index: its head in the frozen column, and
 * its cells.
 */
export function rowAria(row: number) {
  return { role: 'row', 'aria-rowindex': row + 2 };
}

export function cellAria(column: number) {
  return { role: 'gridcell', 'aria-colindex': column + 2 };
}

/** `column` is -1 for the corner. */
export function columnHeadAria(column: number) {
  return { role: 'columnheader', 'aria-colindex': column + 2 };
}

export function rowHeadAria(row: number) {
  return { role: 'rowheader', id: headId(row), 'aria-colindex': 1 };
}

/** A heading across all columns. */
export function sectionAria(row: number, columnCount: number) {
  return { role: 'rowheader', id: headId(row), 'aria-colindex': 1, 'aria-colspan': columnCount + 1 };
}

/** Id of the element that heads a row. */
export function headId(row: number): string {
  return `matrix-row-${row}`;
}
