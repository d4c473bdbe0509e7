// Runs calls as Excel makes them through the built folder: node run_cases.mjs SITE CALLS
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const site = process.argv[2];
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.message}`.slice(0, 2000)); // the source line is a megabyte long
  process.exit(1);
});
const beside = (name) => import(pathToFileURL(`${site}/${name}`).href);
const read = (name) => JSON.parse(readFileSync(`${site}/${name}`, 'utf-8'));

const { Bridge } = await beside('bridge.js');
const { associate } = await beside('functions.js');
const { startPython } = await beside('python.js');
const { loadPyodide } = await beside('pyodide/pyodide.mjs');

class CellError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
const ErrorCode = {
  invalidValue: '#VALUE!', notAvailable: '#N/A', divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!', nullReference: '#NULL!', invalidName: '#NAME?', invalidReference: '#REF!',
};
const associated = {};
const host = { associate: (id, call) => (associated[id] = call), Error: CellError, ErrorCode };

const started = performance.now();
const core = new Uint8Array(readFileSync(`${site}/core.zip`)).buffer;
const answer = await startPython(loadPyodide, `${site}/pyodide/`, core);
const loaded = performance.now() - started;

let batches = 0;
const port = {
  postMessage(text) {
    batches += 1;
    queueMicrotask(() => port.onmessage({ data: reply(text) }));
  },
};
function reply(text) {
  try {
    return { answers: answer(text) };
  } catch (fault) {
    return { lost: fault.name };
  }
}
const bridge = new Bridge(port, () => {});
associate(bridge, host);
port.onmessage({ data: { ready: 'ready' } });

const declared = read('functions.json').functions.map((each) => each.id);
/** A whole column comes as its filled rows and its length: no pipe takes a million cells. */
function asGiven(argument) {
  if (!argument?.whole) return argument;
  const blank = Array(argument.rows[0].length).fill(null);
  return Array.from({ length: argument.whole }, (_, at) => argument.rows[at] ?? blank);
}
async function shown(id, given) {
  try {
    return { value: await associated[id](...given, {}) };
  } catch (error) {
    return { error: error.code, reason: error.message };
  }
}

const { calls, many } = JSON.parse(readFileSync(process.argv[3], 'utf-8'));
const answers = await Promise.all(calls.map(([id, given]) => shown(id, given.map(asGiven))));

/** As many cells as a large workbook has, all at once, as Excel asks for them. */
async function recalculate() {
  batches = 0;
  const begun = performance.now();
  const flows = (at) => [[-1000, 400, 500, at]];
  const asked = Array.from({ length: many }, (_, at) => associated.XLB_NPV([[0.05]], flows(at), null, {}));
  const values = await Promise.all(asked);
  return { batches, each: (performance.now() - begun) / many, last: values.at(-1) };
}
const first = await recalculate();
const recalculation = await recalculate(); // by now the engine has compiled what is used much

batches = 0;
const invocations = Array.from({ length: 3 }, () => ({}));
const heard = [];
invocations.forEach((one, at) =>
  associated.XLB_SPV([[0.03]], [[at]], one).then((value) => heard.push([at, value])));
invocations[1].onCanceled();
await shown('XLB_SPV', [[[0.03]], [[0]]]);

const lost = await new Promise((resolve) =>
  bridge.call('XLB_NOTHING', [[[1]]]).catch((refusal) => resolve(refusal)));
const after = await shown('XLB_SPV', [[[0.03]], [[0]]]);
port.onerror({ message: 'the thread ended' });
const failed = await shown('XLB_SPV', [[[0.03]], [[0]]]);

process.stdout.write(JSON.stringify({
  loaded, declared, associated: Object.keys(associated), answers, first, recalculation, heard, batches, lost, after, failed,
}));
