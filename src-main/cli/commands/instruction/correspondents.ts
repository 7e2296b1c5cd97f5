import { counted } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import { findCall } from '../../find/findCall.ts'
import type { RegisterCommand } from '../../program.ts'

interface CorrespondentsOptions extends SharedOptions {
  readonly call?: string
}

/** `instruction FILE correspondents TABLE`: to whom the letters go, for a whole call at once. */
export const correspondentsAction: RegisterCommand = (group, runner) => {
  runner
    .prepare(
      group
        .command('correspondents')
        .description('importe les correspondants d’un appel : tout le tableau, ou rien'),
      'delibere instruction comite.delibere correspondents adresses.csv --call "Appel 2026"',
    )
    .argument('<fichier>', 'le fichier du comité')
    .argument('<tableau>', 'tableau CSV : numéro ; civilité ; nom ; qualité ; adresse ; courriel ; reçue le')
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')
    .action((file: string, source: string, options: CorrespondentsOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const call = await findCall(dispatcher, options.call)
        if (!call.ok) return call
        const imported = await dispatcher.call('instruction.import-correspondents', {
          callId: call.value.id,
          path: runner.pathOf(source),
        })
        if (!imported.ok) return imported
        const { candidatures } = imported.value
        return said(
          imported.value,
          `Correspondants de ${counted(candidatures, 'candidature enregistrés', 'candidatures enregistrés')}.`,
        )
      }),
    )
}
