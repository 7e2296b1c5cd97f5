import { frenchAmount } from '#shared/domain/documents/typography.ts'
import { type Answer, refused, said } from '../../answer.ts'
import { findScenario } from '../../find/findScenario.ts'
import type { RegisterCommand } from '../../program.ts'
import { amountCentsOf, basisPointsOf, wholeNumberOf } from '../../read/readOptionValues.ts'
import { type CallChoice, onCall, scenarioAction } from './scenarioAction.ts'

interface SetOptions extends CallChoice {
  readonly scenario: string
  readonly candidature: number
  readonly amount?: number
  readonly rate?: number
  readonly reason: string
}

export const setScenario: RegisterCommand = (group, runner) => {
  scenarioAction(
    runner,
    group
      .command('set')
      .description('donne un montant à une candidature dans un scénario ; sans montant, la retire'),
    'delibere scenario comite.delibere set --scenario "Variante rurale" --candidature 12 --amount "8 000" --reason "phase 1 seule"',
  )
    .requiredOption('--scenario <nom>', 'le scénario')
    .requiredOption('--candidature <numéro>', 'numéro de la candidature', wholeNumberOf)
    .option('--amount <montant>', 'montant, en euros', amountCentsOf)
    .option('--rate <taux>', 'ou taux de la dépense éligible, en pour cent', basisPointsOf)
    .option('--reason <motif>', 'pourquoi le montant s’écarte du classement', '')
    .action((file: string, options: SetOptions) =>
      onCall(runner, file, options, async ({ dispatcher }, call): Promise<Answer> => {
        const scenario = await findScenario(dispatcher, call.id, options.scenario)
        if (!scenario.ok) return scenario
        const { number, candidatureId, applicant } =
          scenario.board.rows.find((row) => row.number === options.candidature) ?? {}
        if (candidatureId === undefined)
          return refused(
            'entity.missing',
            `L’appel n’a pas de candidature n° ${options.candidature}. Rien n’a été modifié.`,
            { number: options.candidature },
          )
        const { amount, rate, reason } = options
        const set = await dispatcher.call('scenario.set-amount', {
          scenarioId: scenario.value.id,
          candidatureId,
          amount:
            amount !== undefined
              ? { by: 'amount', amountCents: amount }
              : rate !== undefined
                ? { by: 'rate', rateBasisPoints: rate }
                : null,
          funding: null,
          reason,
        })
        if (!set.ok) return set
        const again = await findScenario(dispatcher, call.id, scenario.value.id)
        if (!again.ok) return again
        const line = again.value.lines.find((each) => each.candidatureId === candidatureId)
        const given = line === undefined ? 'hors du scénario' : frenchAmount(line.amountCents)
        return said(line ?? null, `Candidature n° ${number}, ${applicant} : ${given}.`)
      }),
    )
}
