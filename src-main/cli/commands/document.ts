import type { RegisterCommand } from '../program.ts'
import { againAction } from './document/again.ts'
import { listAction } from './document/list.ts'
import { makeAction } from './document/make.ts'
import { returnAction } from './document/return.ts'
import { signReadyAction } from './document/signReady.ts'

/** `document FILE list|make|again|sign-ready|return`: what leaves, one document at a time, and what comes back. */
export const documentCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program.command('document').description('les documents d’une séance ou d’une candidature, un par un'),
    'delibere document comite.delibere make --document délibération --out deliberation.docx',
  )
  for (const register of actions) register(group, runner)
}

const actions: readonly RegisterCommand[] = [
  listAction,
  makeAction,
  againAction,
  signReadyAction,
  returnAction,
]
