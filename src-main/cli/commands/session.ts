import type { RegisterCommand } from '../program.ts'
import { actAction } from './session/act.ts'
import { amendAction } from './session/amend.ts'
import { attendAction } from './session/attend.ts'
import { closeAction } from './session/close.ts'
import { debateAction } from './session/debate.ts'
import { decideAction } from './session/decide.ts'
import { explainAction } from './session/explain.ts'
import { minutesAction } from './session/minutes.ts'
import { moveAction } from './session/move.ts'
import { openAction } from './session/open.ts'
import { orderAction } from './session/order.ts'
import { pauseAction } from './session/pause.ts'
import { planAction } from './session/plan.ts'
import { pointAction } from './session/point.ts'
import { proxyAction } from './session/proxy.ts'
import { rectifyAction } from './session/rectify.ts'
import { showAction } from './session/show.ts'
import { withdrawAction } from './session/withdraw.ts'

/** `session FILE plan|attend|…|close`: a meeting, act by act. */
export const sessionCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program.command('session').description('une séance, de sa préparation à sa clôture'),
    'delibere session comite.delibere show --session last',
  )
  for (const register of actions) register(group, runner)
}

/** In the order of a meeting. */
const actions: readonly RegisterCommand[] = [
  planAction,
  orderAction,
  attendAction,
  proxyAction,
  openAction,
  pointAction,
  moveAction,
  debateAction,
  decideAction,
  amendAction,
  withdrawAction,
  pauseAction,
  explainAction,
  closeAction,
  rectifyAction,
  minutesAction,
  actAction,
  showAction,
]
