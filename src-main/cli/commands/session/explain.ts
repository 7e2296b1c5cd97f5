import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface ExplainOptions extends SessionOptions {
  readonly check: string
  readonly text: string
}

export const explainAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group
      .command('explain')
      .description('dit pourquoi un contrôle de clôture reste ouvert ; le procès-verbal le garde'),
    'delibere session comite.delibere explain --check marks-missing --text "M. Riou a été empêché"',
  )
    .requiredOption('--check <code>', 'le code que montre « session show »')
    .option('--text <texte>', 'l’explication ; absente, elle est retirée', '')
    .action((file: string, options: ExplainOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const { check, text } = options
        const explained = await dispatcher.call('session.explain', { sessionId: session.id, check, text })
        if (!explained.ok) return explained
        const what = text === '' ? 'L’explication est retirée' : 'L’explication est notée'
        return said({ check }, `${what} : ${check}.`)
      }),
    )
}
