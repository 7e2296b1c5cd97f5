import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import { findReader } from '../../find/findReader.ts'
import type { RegisterCommand } from '../../program.ts'

/** `bundle FILE export|import`: what travels on a key, for a laptop or for the room. */
export const carryBundleCommands: RegisterCommand = (group, runner) => {
  runner
    .prepare(
      group.command('export').description('écrit sur une clé ce qu’un autre poste n’a pas encore'),
      'delibere bundle comite.delibere export --to "Chloé Le Goff" --output /media/cle/envoi.delibere-cle',
    )
    .argument('<fichier>', 'le fichier du comité')
    .requiredOption(
      '--to <nom>',
      'la personne à qui est le poste, l’identifiant du poste, ou « salle » pour celui de la salle',
    )
    .requiredOption('--output <chemin>', 'le fichier « .delibere-cle » à écrire')
    .action((file: string, options: ExportOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const reader = await findReader(dispatcher, options.to)
        if (!reader.ok) return reader
        const to = reader.value
        const exported = await dispatcher.call('bundle.export', {
          path: runner.pathOf(options.output),
          to: to.kind === 'room' ? to : { kind: to.kind, deviceId: to.deviceId },
        })
        return exported.ok ? said(exported.value, `Envoi écrit : ${exported.value.path}`) : exported
      }),
    )
  runner
    .prepare(
      group.command('import').description('prend ce qu’une clé apporte ; deux fois ne change rien de plus'),
      'delibere bundle comite.delibere import --input /media/cle/envoi.delibere-cle',
    )
    .argument('<fichier>', 'le fichier du comité')
    .requiredOption('--input <chemin>', 'le fichier « .delibere-cle »')
    .action((file: string, options: ImportOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const imported = await dispatcher.call('bundle.import', { path: runner.pathOf(options.input) })
        if (!imported.ok) return imported
        const { taken, known, attachments, waiting } = imported.value
        return said(
          imported.value,
          `Pris : ${taken}. Déjà là : ${known}. Pièces jointes : ${attachments}. En attente de qui les ordonne : ${waiting}.`,
        )
      }),
    )
}

interface ExportOptions extends SharedOptions {
  readonly to: string
  readonly output: string
}

interface ImportOptions extends SharedOptions {
  readonly input: string
}
