import { type Answer, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findCall } from '../find/findCall.ts'
import { findCandidature } from '../find/findCandidature.ts'
import type { RegisterCommand } from '../program.ts'
import { wholeNumberOf } from '../read/readOptionValues.ts'
import { candidatureText } from '../showCandidature.ts'

interface ShowOptions extends SharedOptions {
  readonly call?: string
}

/** `show FILE NUMBER`: one candidature whole, with the amount as its source wrote it and who its applicant is. */
export const showCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program.command('show').description('montre une candidature entière'),
      'delibere show comite.delibere 12 --call "Appel 2026"',
    )
    .argument('<fichier>', 'le fichier du comité')
    .argument('<numéro>', 'le numéro de la candidature', wholeNumberOf)
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')
    .action((file: string, number: number, options: ShowOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const call = await findCall(dispatcher, options.call)
        if (!call.ok) return call
        const row = await findCandidature(dispatcher, call.value.id, number)
        if (!row.ok) return row
        const view = await dispatcher.call('candidature.get', { candidatureId: row.value.id })
        return view.ok ? said(view.value, candidatureText(view.value)) : view
      }),
    )
}
