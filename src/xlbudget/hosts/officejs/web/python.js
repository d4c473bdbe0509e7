// @ts-check
/** Starts Python with our core in it. */

/**
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {string} indexURL The folder of Pyodide.
 * @param {ArrayBuffer | Promise<ArrayBuffer>} core The archive of our own modules.
 * @returns {Promise<(batch: string) => string>} What answers a batch of calls.
 */
export async function startPython(loadPyodide, indexURL, core) {
  const [python, archive] = await Promise.all([loadPyodide({ indexURL }), core]);
  python.unpackArchive(archive, 'zip', { extractDir: '/xlbudget' });
  python.runPython("import sys; sys.path.insert(0, '/xlbudget')");
  return python.pyimport('xlbudget.hosts.officejs.answers').answer;
}
