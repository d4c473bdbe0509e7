// @ts-check
/** Gathers calls and hands them to Python in batches, one batch at a time. */

import { plainArgument, sizeOf } from './cells.js';

/** @typedef {import('./cells.js').Argument} Argument */
/** @typedef {{error: string, reason: string}} Refusal */
/** @typedef {number | string | (number | string)[][]} Value */
/**
 * @typedef {object} Call
 * @property {[string, ...Argument[]]} words The function's id, then its arguments.
 * @property {number} size How many cells the arguments have.
 * @property {boolean} canceled
 * @property {(value: Value) => void} resolve
 * @property {(refusal: Refusal) => void} reject
 */
/**
 * @typedef {object} Port What the worker looks like from here.
 * @property {(message: string) => void} postMessage
 * @property {((event: {data: any}) => void) | null} onmessage
 * @property {((event: any) => void) | null} onerror
 */

const MOST_CALLS = 2000;
const MOST_CELLS = 50000;

export class Bridge {
  /** @type {Call[]} */ #waiting = [];
  /** @type {Call[]} */ #asked = [];
  /** @type {'loading' | 'ready' | 'failed'} */ #state = 'loading';
  #reason = '';
  #planned = false;
  #port;
  #told;

  /**
   * @param {Port} port
   * @param {(state: 'ready' | 'failed', words: string) => void} told Is told when Python is there.
   */
  constructor(port, told) {
    this.#port = port;
    this.#told = told;
    port.onmessage = ({ data }) => this.#take(data);
    port.onerror = (event) => this.#fail(event.message || 'a file could not be loaded');
  }

  /**
   * Ask for the answer of a function.
   * @param {string} id
   * @param {any[]} given The arguments as Excel hands them over.
   * @param {{onCanceled?: () => void}} [invocation] Excel's own handle of the call.
   * @returns {Promise<Value>} It is rejected with a Refusal.
   */
  call(id, given, invocation) {
    const cells = given.map(plainArgument);
    while (cells.length && cells[cells.length - 1] === null) cells.pop(); // most often left out
    const size = cells.reduce((/** @type {number} */ sum, one) => sum + sizeOf(one), 0);
    return new Promise((resolve, reject) => {
      /** @type {Call} */
      const call = { words: [id, ...cells], size, canceled: false, resolve, reject };
      if (invocation) invocation.onCanceled = () => (call.canceled = true);
      this.#waiting.push(call);
      this.#plan();
    });
  }

  #plan() {
    if (this.#planned || this.#asked.length || this.#state === 'loading') return;
    this.#planned = true;
    setTimeout(() => {
      this.#planned = false;
      this.#send();
    });
  }

  #send() {
    if (this.#state === 'failed') {
      for (const call of this.#waiting.splice(0)) call.reject(this.#refusal());
      return;
    }
    this.#asked = this.#next();
    if (!this.#asked.length) return;
    this.#port.postMessage(JSON.stringify(this.#asked.map((call) => call.words)));
  }

  /** The next calls that fit into one message; those that nobody waits for are dropped. */
  #next() {
    const batch = [];
    let cells = 0;
    let at = 0;
    for (; at < this.#waiting.length && batch.length < MOST_CALLS && cells < MOST_CELLS; at += 1) {
      const call = this.#waiting[at];
      if (call.canceled) continue;
      batch.push(call);
      cells += call.size;
    }
    this.#waiting.splice(0, at);
    return batch;
  }

  /** @param {{ready?: string, failed?: string, lost?: string, answers?: string}} data */
  #take(data) {
    if (data.failed !== undefined) {
      this.#fail(data.failed);
    } else if (data.ready !== undefined) {
      this.#state = 'ready';
      this.#told('ready', data.ready);
    } else if (data.lost !== undefined) {
      const reason = `A fault of xlbudget, not of yours: ${data.lost}. Please report it with the formula.`;
      for (const call of this.#asked.splice(0)) call.reject({ error: '#VALUE!', reason });
    } else {
      const answers = JSON.parse(data.answers ?? '[]');
      this.#asked.splice(0).forEach((call, at) => {
        if (answers[at]?.error) call.reject(answers[at]);
        else call.resolve(answers[at]);
      });
    }
    if (this.#waiting.length) this.#plan();
  }

  /** @param {string} reason */
  #fail(reason) {
    this.#state = 'failed';
    this.#reason = reason;
    for (const call of this.#asked.splice(0)) call.reject(this.#refusal());
    this.#plan();
    this.#told('failed', reason);
  }

  /** @returns {Refusal} */
  #refusal() {
    const help = 'Close the workbook and open it again; if it stays so, tell your administrator.';
    return { error: '#N/A', reason: `The functions could not be loaded: ${this.#reason}. ${help}` };
  }
}
