import { type Answer, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import type { RegisterCommand } from '../program.ts'

/** `doctor FILE`: every signature, chain and fold is checked again; exit 1 when something is broken. */
export const doctorCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program.command('doctor').description('revérifie tout le fichier : signatures, enchaînement, états'),
      'delibere doctor comite.delibere',
    )
    .argument('<fichier>', 'le fichier du comité')
    .action((file: string, options: SharedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const checked = await dispatcher.call('file.doctor', {})
        if (!checked.ok) return checked
        const { sound, verdict } = checked.value
        return sound ? said(checked.value, verdict) : refused('file.not-sound', verdict, { verdict })
      }),
    )
}
