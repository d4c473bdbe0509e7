// @ts-check
/** The page: starts the functions and says how they are. */

import { Bridge } from './bridge.js';
import { associate } from './functions.js';

const state = /** @type {HTMLElement} */ (document.getElementById('state'));

/**
 * @param {'ready' | 'failed'} how
 * @param {string} words
 */
function show(how, words) {
  state.dataset.state = how;
  state.textContent = how === 'ready' ? `${words}.` : `The functions could not be loaded: ${words}.`;
}

const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
const bridge = new Bridge(/** @type {any} */ (worker), show);
const host = /** @type {any} */ (globalThis).CustomFunctions;
if (host) associate(bridge, host);
else show('failed', 'this page is not open in Excel, or office.js could not be loaded');
