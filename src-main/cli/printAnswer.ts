import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import type { Answer, Refused } from './answer.ts'
import type { Terminal } from './terminal.ts'

/** Says the answer and gives the exit code: 0 only on success, 2 for a bad command line, 1 for any other refusal. */
export function printAnswer(answer: Answer, json: boolean, terminal: Terminal): 0 | 1 | 2 {
  if (answer.ok) {
    terminal.write(json ? oneJsonLine({ ok: true, value: answer.value }) : `${answer.text}\n`)
    return 0
  }
  const { code, details } = answer.refusal
  const sentence = sentenceOf(answer)
  // A program reads one value on stdout, whatever happened; a person reads the sentence on stderr.
  if (json) terminal.write(oneJsonLine({ ok: false, code, sentence, details }))
  else terminal.writeError(`${sentence}\n`)
  return code === 'usage' || code === 'passphrase.not-given' ? 2 : 1
}

const sentenceOf = (answer: Refused): string => answer.sentence ?? refusalSentence(answer.refusal as Refusal)

const oneJsonLine = (value: unknown): string => `${JSON.stringify(value)}\n`
