import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import type { RegisterCommand } from '../../program.ts'
import { wholeNumberOf } from '../../read/readOptionValues.ts'
import { findTemplate, type TemplateTarget, targetName, targetOption } from './templateAction.ts'

interface SaveOptions extends SharedOptions {
  readonly document: TemplateTarget
  readonly name?: string
  readonly version?: number
  readonly out: string
}

export const saveAction: RegisterCommand = (group, runner) => {
  targetOption(
    runner
      .prepare(
        group.command('save').description('écrit un modèle en Word, pour l’ouvrir et le changer'),
        'delibere template comite.delibere save --document "lettre d’attribution" --out lettre.docx',
      )
      .argument('<fichier>', 'le fichier du comité'),
  )
    .option('--name <nom>', 'un modèle du comité ; sinon, celui du programme')
    .option('--version <numéro>', 'sa version ; sinon, celle en service', wholeNumberOf)
    .requiredOption('--out <chemin>', 'où écrire le fichier Word')
    .action((file: string, { document, name, version, out, ...options }: SaveOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const template = name === undefined ? null : await findTemplate(dispatcher, name, document)
        if (template !== null && !template.ok) return template
        const saved = await dispatcher.call('template.save', {
          document,
          templateId: template?.value.id ?? null,
          version: version ?? null,
          path: runner.pathOf(out),
        })
        if (!saved.ok) return saved
        return said(saved.value, `Modèle de ${targetName(document)} : « ${saved.value.path} »`)
      }),
    )
}
