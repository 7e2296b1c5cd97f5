import { frenchAmount, frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { ScenarioView } from '#shared/domain/envelope/scenarioView.ts'
import { type Answer, said } from '../../answer.ts'
import { findScenario } from '../../find/findScenario.ts'
import type { RegisterCommand } from '../../program.ts'
import { showTable } from '../../showTable.ts'
import { type CallChoice, onCall, scenarioAction } from './scenarioAction.ts'

interface CompareOptions extends CallChoice {
  readonly left: string
  readonly right: string
}

export const compareScenarios: RegisterCommand = (group, runner) => {
  scenarioAction(
    runner,
    group
      .command('compare')
      .description('montre les candidatures que deux scénarios n’aident pas pareillement'),
    'delibere scenario comite.delibere compare --left "Au classement" --right "Variante rurale"',
  )
    .requiredOption('--left <scénario>', 'le premier')
    .requiredOption('--right <scénario>', 'le second')
    .action((file: string, options: CompareOptions) =>
      onCall(runner, file, options, async ({ dispatcher }, call): Promise<Answer> => {
        const left = await findScenario(dispatcher, call.id, options.left)
        if (!left.ok) return left
        const right = await findScenario(dispatcher, call.id, options.right)
        if (!right.ok) return right
        const compared = await dispatcher.call('scenario.compare', {
          leftId: left.value.id,
          rightId: right.value.id,
        })
        if (!compared.ok) return compared
        const { rows } = compared.value
        const totals = [compared.value.left, compared.value.right].map(totalLine)
        if (rows.length === 0)
          return said(compared.value, ['Les deux scénarios donnent la même chose.', ...totals].join('\n'))
        const table = showTable(rows, [
          { title: 'Rang', align: 'right', cell: ({ rank }) => (rank === null ? '—' : String(rank)) },
          { title: 'N°', align: 'right', cell: ({ number }) => String(number) },
          { title: 'Demandeur', atMost: 38, cell: ({ applicant }) => applicant },
          { title: left.value.name, align: 'right', cell: ({ leftCents }) => frenchAmount(leftCents) },
          { title: right.value.name, align: 'right', cell: ({ rightCents }) => frenchAmount(rightCents) },
        ])
        return said(compared.value, [table, '', ...totals].join('\n'))
      }),
    )
}

const totalLine = ({ name, totals }: ScenarioView): string =>
  `« ${name} » : ${totals.funded} aidées, ${frenchAmount(totals.amountCents)}, total des notes ${frenchDecimal(totals.score)}.`
