// @ts-check
/** What Excel hands over for an argument, made plain for JSON. */

/** @typedef {null | number | string | boolean} Cell */
/** @typedef {Cell | Cell[] | Cell[][]} Argument */

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);
const SHEET_ROWS = 1048576;

/**
 * A cell as Python reads it: null for a blank, and an error as its text.
 * @param {any} cell
 * @returns {Cell}
 */
export function plainCell(cell) {
  switch (typeof cell) {
    case 'number':
      return Number.isFinite(cell) ? cell : '#NUM!';
    case 'string':
    case 'boolean':
      return cell;
  }
  if (cell === null || cell === undefined || cell.type === 'Empty') return null;
  if (cell.type === 'Error') return ERRORS.has(cell.basicValue) ? cell.basicValue : '#VALUE!';
  return cell.basicValue === undefined ? '#VALUE!' : plainCell(cell.basicValue);
}

/**
 * An argument as Python reads it: null for one that is left out; a single cell stands alone, and
 * the cells of a single row in a plain list, which Python takes for the same and reads sooner.
 * @param {any} given
 * @returns {Argument}
 */
export function plainArgument(given) {
  if (!Array.isArray(given)) return plainCell(given);
  const rows = given.length < SHEET_ROWS ? given : withoutEnd(given);
  if (rows.length > 1) return rows.map((row) => row.map(plainCell));
  const row = rows[0].map(plainCell);
  return row.length === 1 && row[0] !== null ? row[0] : row;
}

/**
 * How many cells an argument has.
 * @param {Argument} argument
 */
export function sizeOf(argument) {
  if (!Array.isArray(argument)) return 1;
  return argument.length * (Array.isArray(argument[0]) ? argument[0].length : 1);
}

/**
 * A whole column without what is blank at its end; Excel on the desktop hands over 0 for it.
 * @param {any[][]} rows
 */
function withoutEnd(rows) {
  let end = rows.length;
  while (end > 1 && rows[end - 1].every((cell) => cell === 0 || cell === '' || cell == null)) end -= 1;
  return rows.slice(0, end);
}
