// @ts-check
/** Ties the ids of functions.json to calls of Python. */

import { FUNCTIONS } from './functions-list.js';

const CODES = Object.freeze({
  '#NULL!': 'nullReference',
  '#DIV/0!': 'divisionByZero',
  '#VALUE!': 'invalidValue',
  '#REF!': 'invalidReference',
  '#NAME?': 'invalidName',
  '#NUM!': 'invalidNumber',
  '#N/A': 'notAvailable',
});

/**
 * @param {import('./bridge.js').Bridge} bridge
 * @param {any} host Excel's object CustomFunctions.
 */
export function associate(bridge, host) {
  for (const [id, { takes, repeats }] of Object.entries(FUNCTIONS)) {
    host.associate(id, async (/** @type {any[]} */ ...given) => {
      const own = given.slice(0, takes);
      if (repeats) own.push(...(own.pop() ?? []));
      try {
        return await bridge.call(id, own, given[takes]);
      } catch (refusal) {
        throw asExcelHasIt(/** @type {any} */ (refusal), host);
      }
    });
  }
}

/**
 * The error of a cell, with our reason as its message.
 * @param {import('./bridge.js').Refusal} refusal
 * @param {any} host
 */
function asExcelHasIt(refusal, host) {
  const name = CODES[/** @type {keyof typeof CODES} */ (refusal.error)] ?? CODES['#VALUE!'];
  return new host.Error(host.ErrorCode[name], refusal.reason);
}
