import { type Answer, refused, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import type { RegisterCommand } from '../../program.ts'
import { checkText, type TemplateTarget, targetOption } from './templateAction.ts'

export const checkAction: RegisterCommand = (group, runner) => {
  targetOption(
    runner
      .prepare(
        group.command('check').description('dit si un fichier Word peut servir de modèle, sans le garder'),
        'delibere template comite.delibere check lettre.docx --document "lettre d’attribution"',
      )
      .argument('<fichier>', 'le fichier du comité')
      .argument('<modèle>', 'le fichier Word'),
  ).action((file: string, word: string, options: SharedOptions & { readonly document: TemplateTarget }) =>
    runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
      const { document } = options
      const checked = await dispatcher.call('template.check', { path: runner.pathOf(word), document })
      if (!checked.ok) return checked
      const text = checkText(checked.value)
      return checked.value.problems.length === 0
        ? said(checked.value, `Ce modèle convient.\n${text}`)
        : refused('template.invalid', `Ce modèle ne convient pas encore.\n${text}`, {
            items: checked.value.problems.map(({ sentence }) => sentence),
          })
    }),
  )
}
