import type { RegisterCommand } from '../program.ts'
import { adoptScenario } from './scenario/adopt.ts'
import { compareScenarios } from './scenario/compare.ts'
import { listScenarios } from './scenario/list.ts'
import { openScenario } from './scenario/open.ts'
import { setScenario } from './scenario/set.ts'

/** `scenario FILE list|open|set|adopt|compare`: what-ifs on the amounts of a call. */
export const scenarioCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program.command('scenario').description('les scénarios de répartition d’un appel'),
    'delibere scenario comite.delibere open --name "Au classement" --from classement',
  )
  for (const register of actions) register(group, runner)
}

const actions: readonly RegisterCommand[] = [
  listScenarios,
  openScenario,
  setScenario,
  compareScenarios,
  adoptScenario,
]
