import { say } from './say.mjs'

/**
 * Leaves with a sentence and a failure code. For the expected « no »: no network, no tool.
 * @param {string} sentence
 * @returns {never}
 */
export function stopWith(sentence) {
  say(sentence)
  process.exit(1)
}
