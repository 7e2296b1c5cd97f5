/**
 * One line for the person in front of the terminal. On standard error, so that the standard
 * output of a command stays the command's own (`delibere list --json | …`).
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}
