import { type Answer, said } from '../../answer.ts'
import { findScenario } from '../../find/findScenario.ts'
import { findSession } from '../../find/findSession.ts'
import type { RegisterCommand } from '../../program.ts'
import { type CallChoice, onCall, scenarioAction } from './scenarioAction.ts'

interface AdoptOptions extends CallChoice {
  readonly scenario: string
  readonly session?: string
}

export const adoptScenario: RegisterCommand = (group, runner) => {
  scenarioAction(
    runner,
    group
      .command('adopt')
      .description('fait d’un scénario la proposition de la séance ; chaque point reste voté'),
    'delibere scenario comite.delibere adopt --scenario "Variante rurale" --session last',
  )
    .requiredOption('--scenario <nom>', 'le scénario')
    .option('--session <séance>', 'la séance qui l’adopte ; sans elle, adopté hors séance')
    .action((file: string, options: AdoptOptions) =>
      onCall(runner, file, options, async ({ dispatcher }, call): Promise<Answer> => {
        const scenario = await findScenario(dispatcher, call.id, options.scenario)
        if (!scenario.ok) return scenario
        const session = options.session === undefined ? null : await findSession(dispatcher, options.session)
        if (session !== null && !session.ok) return session
        const adopted = await dispatcher.call('scenario.adopt', {
          scenarioId: scenario.value.id,
          sessionId: session?.value.id ?? null,
        })
        return adopted.ok
          ? said({ scenarioId: scenario.value.id }, `Le scénario « ${scenario.value.name} » est adopté.`)
          : adopted
      }),
    )
}
