import { counted, frenchAmount, frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { ScenarioView } from '#shared/domain/envelope/scenarioView.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { scenarioOriginWords } from '../../read/words.ts'
import { type Column, showTable } from '../../showTable.ts'
import { type CallChoice, onCall, scenarioAction } from './scenarioAction.ts'

export const listScenarios: RegisterCommand = (group, runner) => {
  scenarioAction(
    runner,
    group
      .command('list')
      .description('montre les scénarios d’un appel, leurs totaux et leurs écarts au classement'),
    'delibere scenario comite.delibere list --call "Appel 2026"',
  ).action((file: string, options: CallChoice) =>
    onCall(runner, file, options, async ({ dispatcher }, call): Promise<Answer> => {
      const board = await dispatcher.call('scenario.list', { callId: call.id })
      if (!board.ok) return board
      const { scenarios } = board.value
      if (scenarios.length === 0) return said(board.value, `L’appel « ${call.name} » n’a pas de scénario.`)
      return said(
        board.value,
        [showTable(scenarios, columns), ...scenarios.flatMap(departureLines)].join('\n'),
      )
    }),
  )
}

const standing = { draft: 'à l’essai', adopted: 'adopté', 'set-aside': 'écarté' } as const

const columns: readonly Column<ScenarioView>[] = [
  { title: 'Scénario', atMost: 40, cell: ({ name }) => name },
  { title: 'D’après', cell: ({ origin }) => scenarioOriginWords[origin][0] },
  { title: 'État', cell: ({ status }) => standing[status] },
  { title: 'Aidées', align: 'right', cell: ({ totals }) => String(totals.funded) },
  { title: 'Montant', align: 'right', cell: ({ totals }) => frenchAmount(totals.amountCents) },
  { title: 'Total des notes', align: 'right', cell: ({ totals }) => frenchDecimal(totals.score) },
]

const departureLines = ({ name, departures }: ScenarioView): string[] =>
  departures.length === 0
    ? []
    : [
        '',
        `« ${name} », ${counted(departures.length, 'écart', 'écarts')} au classement :`,
        ...departures.map(
          ({ sentence, reason }) => `  ${sentence} ${reason === '' ? '(sans motif)' : `Motif : ${reason}`}`,
        ),
      ]
