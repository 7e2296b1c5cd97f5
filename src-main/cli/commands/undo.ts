import { type Answer, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import type { RegisterCommand } from '../program.ts'

/** `undo FILE`: takes back the newest act that may be. */
export const undoCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program.command('undo').description('annule la dernière action qui peut l’être'),
      'delibere undo comite.delibere',
    )
    .argument('<fichier>', 'le fichier du comité')
    .action((file: string, options: SharedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const undone = await dispatcher.call('act.undo', {})
        return undone.ok ? said(undone.value, `Annulé : ${undone.value.label}.`) : undone
      }),
    )
}
