import { type Answer, refused, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import type { RegisterCommand } from '../../program.ts'
import { templateTargetWords } from '../../read/documentWords.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { wholeNumberOf } from '../../read/readOptionValues.ts'
import { findTemplate, type TemplateTarget } from './templateAction.ts'

interface UseOptions extends SharedOptions {
  readonly name: string
  readonly document?: TemplateTarget
  readonly version?: number
  readonly program?: true
}

export const useAction: RegisterCommand = (group, runner) => {
  runner
    .prepare(
      group
        .command('use')
        .description('met en service une version d’un modèle, ou revient à celui du programme'),
      'delibere template comite.delibere use --name "En-tête de la mairie" --version 1',
    )
    .argument('<fichier>', 'le fichier du comité')
    .requiredOption('--name <nom>', 'le modèle')
    .option(
      '--document <document>',
      'son document, quand deux modèles ont ce nom',
      choiceOf(templateTargetWords),
    )
    .option('--version <numéro>', 'la version à mettre en service ; sinon, la dernière', wholeNumberOf)
    .addOption(group.createOption('--program', 'revenir au modèle du programme').conflicts('version'))
    .action((file: string, { name, document, ...options }: UseOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const template = await findTemplate(dispatcher, name, document)
        if (!template.ok) return template
        const { id, versions } = template.value
        const version = options.program ? null : (options.version ?? versions.at(-1)?.version ?? null)
        if (version !== null && !versions.some((each) => each.version === version))
          return refused(
            'template.missing',
            `Le modèle « ${name} » n’a pas de version ${version}. Rien n’a été modifié. Versions : ${versions.map((each) => each.version).join(', ')}.`,
            { version },
          )
        const used = await dispatcher.call('template.use', { templateId: id, version })
        if (!used.ok) return used
        const text =
          version === null
            ? `Le modèle du programme est en service à la place de « ${template.value.name} ».`
            : `Le modèle « ${template.value.name} », version ${version}, est en service.`
        return said({ templateId: id, version }, text)
      }),
    )
}
