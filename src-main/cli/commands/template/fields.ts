import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'
import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import type { RegisterCommand } from '../../program.ts'
import { type TemplateTarget, targetOption } from './templateAction.ts'

export const fieldsAction: RegisterCommand = (group, runner) => {
  targetOption(
    runner
      .prepare(
        group.command('fields').description('montre les champs qu’un modèle peut contenir'),
        'delibere template comite.delibere fields --document "lettre d’attribution"',
      )
      .argument('<fichier>', 'le fichier du comité'),
  ).action((file: string, options: SharedOptions & { readonly document: TemplateTarget }) =>
    runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
      const fields = await dispatcher.call('template.fields', { document: options.document })
      return fields.ok ? said(fields.value, linesOf(fields.value).join('\n')) : fields
    }),
  )
}

/** As one writes them in Word: a text between braces, a condition or a list with both its ends. */
const linesOf = (fields: readonly FieldDefinition[], indent = ''): readonly string[] =>
  fields.flatMap(({ name, meaning, kind, of }) => [
    `${indent}${kind === 'text' ? `{${name}}` : `{#${name}}…{/${name}}`}  ${meaning}`,
    ...linesOf(of ?? [], `${indent}    `),
  ])
