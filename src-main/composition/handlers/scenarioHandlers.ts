import { compare } from '#shared/usecases/allocation/compare.ts'
import { listScenarios } from '#shared/usecases/allocation/listScenarios.ts'
import { optimise } from '#shared/usecases/allocation/optimise.ts'
import {
  adoptScenario,
  openScenario,
  renameScenario,
  setAmount,
  setScenarioAside,
} from '#shared/usecases/allocation/scenarioActs.ts'
import { acting, type Handlers, type HandlerTools, reading } from '../handlerKinds.ts'

type ScenarioProcedure = Extract<keyof Handlers, `scenario.${string}` | `allocation.${string}`>

export const scenarioHandlers = ({ memory, adapters }: HandlerTools): Pick<Handlers, ScenarioProcedure> => ({
  'scenario.list': reading(memory, listScenarios),
  'scenario.open': acting(memory, (context, input) => openScenario(context, adapters.solver, input)),
  'scenario.rename': acting(memory, renameScenario),
  'scenario.set-amount': acting(memory, setAmount),
  'scenario.compare': reading(memory, compare),
  'scenario.adopt': acting(memory, adoptScenario),
  'scenario.set-aside': acting(memory, setScenarioAside),
  'allocation.optimum': acting(memory, (context, input) => optimise(context.file, adapters.solver, input)),
})
