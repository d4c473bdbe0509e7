// @ts-check
/** Python, on a thread of its own: the page goes on while it starts and while it calculates. */

import { loadPyodide } from './pyodide/pyodide.mjs';
import { startPython } from './python.js';

/** @param {string} name */
const beside = (name) => new URL(name, import.meta.url).href;

async function archive() {
  const found = await fetch(beside('core.zip'));
  if (!found.ok) throw new Error(`core.zip is not there (${found.status})`);
  return found.arrayBuffer();
}

async function start() {
  const answer = await startPython(loadPyodide, beside('pyodide/'), archive());
  onmessage = ({ data }) => {
    try {
      postMessage({ answers: answer(data) });
    } catch (fault) {
      postMessage({ lost: /** @type {Error} */ (fault).name });
    }
  };
  postMessage({ ready: 'Functions are ready' });
}

start().catch((error) => postMessage({ failed: String(error.message ?? error) }));
