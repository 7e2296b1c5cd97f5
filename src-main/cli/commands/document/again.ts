import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import type { RegisterCommand } from '../../program.ts'

interface AgainOptions extends SharedOptions {
  readonly issue: string
  readonly out: string
}

export const againAction: RegisterCommand = (group, runner) => {
  runner
    .prepare(
      group.command('again').description('refait à l’identique un document déjà produit'),
      'delibere document comite.delibere again --issue 0197a1b2-… --out exemplaire.pdf',
    )
    .argument('<fichier>', 'le fichier du comité')
    .requiredOption('--issue <exemplaire>', 'l’identifiant que montre « document list »')
    .requiredOption('--out <chemin>', 'où l’écrire')
    .action((file: string, { issue, out, ...options }: AgainOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const made = await dispatcher.call('document.again', { issueId: issue, path: runner.pathOf(out) })
        return made.ok ? said(made.value, `Document refait : « ${made.value.path} »`) : made
      }),
    )
}
