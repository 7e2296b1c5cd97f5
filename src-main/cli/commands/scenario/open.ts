import { type Answer, refused, said } from '../../answer.ts'
import { findScenario } from '../../find/findScenario.ts'
import type { RegisterCommand } from '../../program.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { scenarioOriginWords } from '../../read/words.ts'
import { type CallChoice, onCall, scenarioAction } from './scenarioAction.ts'

interface OpenOptions extends CallChoice {
  readonly name: string
  readonly from: keyof typeof scenarioOriginWords
  readonly of?: string
}

export const openScenario: RegisterCommand = (group, runner) => {
  scenarioAction(
    runner,
    group.command('open').description('ouvre un scénario, qui ne décide rien'),
    'delibere scenario comite.delibere open --name "Variante rurale" --from copie --of "Au classement"',
  )
    .requiredOption('--name <nom>', 'nom du scénario')
    .option(
      '--from <origine>',
      'classement, meilleur total, copie ou vide',
      choiceOf(scenarioOriginWords),
      'ranking' as const,
    )
    .option('--of <scénario>', 'pour une copie : le scénario copié')
    .action((file: string, options: OpenOptions) =>
      onCall(runner, file, options, async ({ dispatcher }, call): Promise<Answer> => {
        const { name, from } = options
        const opened = (origin: Parameters<typeof dispatcher.call<'scenario.open'>>[1]['from']) =>
          dispatcher.call('scenario.open', { callId: call.id, name, from: origin })
        if (from !== 'copy') {
          const made = await opened({ origin: from })
          return made.ok ? said(made.value, `Le scénario « ${name} » est ouvert.`) : made
        }
        if (options.of === undefined) return refused('usage', 'Une copie demande --of, le scénario à copier.')
        const source = await findScenario(dispatcher, call.id, options.of)
        if (!source.ok) return source
        const made = await opened({ origin: 'copy', scenarioId: source.value.id })
        return made.ok
          ? said(made.value, `Le scénario « ${name} » est ouvert d’après « ${source.value.name} ».`)
          : made
      }),
    )
}
