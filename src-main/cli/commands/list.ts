import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { type Answer, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { candidaturesOf } from '../find/candidaturesOf.ts'
import { findCall } from '../find/findCall.ts'
import { inOrder } from '../find/findSession.ts'
import type { RegisterCommand } from '../program.ts'
import { callListText, candidatureListText, sessionListText } from '../showLists.ts'
import { memberListAnswer } from '../showMembers.ts'

interface ListOptions extends SharedOptions {
  readonly call?: string
}

type What = 'calls' | 'candidatures' | 'members' | 'sessions'

/** `list FILE calls|candidatures|members|sessions`. */
export const listCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program.command('list').description('montre les appels, les candidatures, les membres ou les séances'),
      'delibere list comite.delibere candidatures --call "Appel 2026"',
    )
    .argument('<fichier>', 'le fichier du comité')
    .addArgument(
      program
        .createArgument('<quoi>', 'calls (appels), candidatures, members (membres) ou sessions (séances)')
        .choices(['calls', 'candidatures', 'members', 'sessions']),
    )
    .option('--call <nom>', 'pour les candidatures : celles de cet appel seulement')
    .action((file: string, what: What, options: ListOptions) =>
      runner.inFile(file, options, ({ dispatcher }) => lists[what](dispatcher, options.call)),
    )
}

const lists: Readonly<Record<What, (dispatcher: Dispatcher, call?: string) => Promise<Answer>>> = {
  members: memberListAnswer,
  async calls(dispatcher) {
    const calls = await dispatcher.call('call.list', {})
    return calls.ok ? said(calls.value, callListText(calls.value)) : calls
  },
  async candidatures(dispatcher, name) {
    const call = name === undefined ? null : await findCall(dispatcher, name)
    if (call !== null && !call.ok) return call
    const rows = await candidaturesOf(dispatcher, call?.value.id ?? null)
    return rows.ok ? said(rows.value, candidatureListText(rows.value)) : rows
  },
  async sessions(dispatcher) {
    const sessions = await dispatcher.call('session.list', {})
    if (!sessions.ok) return sessions
    const ordered = inOrder(sessions.value)
    return said(ordered, sessionListText(ordered))
  },
}
