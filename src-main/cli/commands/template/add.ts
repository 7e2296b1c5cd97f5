import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import type { RegisterCommand } from '../../program.ts'
import { checkText, type TemplateTarget, targetName, targetOption } from './templateAction.ts'

interface AddOptions extends SharedOptions {
  readonly document: TemplateTarget
  readonly name: string
}

export const addAction: RegisterCommand = (group, runner) => {
  targetOption(
    runner
      .prepare(
        group
          .command('add')
          .description(
            'garde un modèle Word et le met en service ; sous le même nom, c’est une nouvelle version',
          ),
        'delibere template comite.delibere add entete.docx --document "papier à en-tête" --name "En-tête de la mairie"',
      )
      .argument('<fichier>', 'le fichier du comité')
      .argument('<modèle>', 'le fichier Word'),
  )
    .requiredOption('--name <nom>', 'comment l’appeler')
    .action((file: string, word: string, { document, name, ...options }: AddOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const added = await dispatcher.call('template.add', { path: runner.pathOf(word), document, name })
        return added.ok
          ? said(
              added.value,
              `Le modèle « ${name} » est en service (${targetName(document)}).\n${checkText(added.value)}`,
            )
          : added
      }),
    )
}
