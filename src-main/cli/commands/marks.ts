import { counted } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findCall } from '../find/findCall.ts'
import type { RegisterCommand } from '../program.ts'
import { marksPasteAction } from './marksPaste.ts'

interface MarksOptions extends SharedOptions {
  readonly call?: string
  readonly draft?: true
}

/** `marks FILE import|paste`: every mark of a table, or none with the lines at fault. */
export const marksCommand: RegisterCommand = (program, runner) => {
  const example = 'delibere marks comite.delibere import notes.csv --call "Appel 2026"'
  const group = runner.gather(program.command('marks').description('les notes'), example)
  marksPasteAction(group, runner)
  runner
    .prepare(
      group.command('import').description('importe les notes des membres : tout le tableau, ou rien'),
      example,
    )
    .argument('<fichier>', 'le fichier du comité')
    .argument('<notes>', 'tableau CSV : membre ; candidature ; critère ; note ; commentaire')
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')
    .option('--draft', 'laisse les fiches en brouillon au lieu de les déposer')
    .action((file: string, source: string, options: MarksOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const call = await findCall(dispatcher, options.call)
        if (!call.ok) return call
        const imported = await dispatcher.call('marks.import', {
          callId: call.value.id,
          path: runner.pathOf(source),
          fileSheets: options.draft !== true,
        })
        if (!imported.ok) return imported
        const { sheets, marks, missingMarks } = imported.value
        const missing =
          missingMarks === 0
            ? ''
            : ` ${counted(missingMarks, 'note manque', 'notes manquent')} : elles ne comptent pas comme des zéros.`
        const state = options.draft ? 'en brouillon' : 'déposées'
        return said(
          imported.value,
          `${counted(marks, 'note', 'notes')} sur ${counted(sheets, 'fiche', 'fiches')}, ${state}.${missing}`,
        )
      }),
    )
}
