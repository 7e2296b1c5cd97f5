import type { Handlers, HandlerTools } from './handlerKinds.ts'
import { batchHandlers } from './handlers/batchHandlers.ts'
import { bundleHandlers } from './handlers/bundleHandlers.ts'
import { candidatureHandlers } from './handlers/candidatureHandlers.ts'
import { documentHandlers } from './handlers/documentHandlers.ts'
import { fileHandlers } from './handlers/fileHandlers.ts'
import { importHandlers } from './handlers/importHandlers.ts'
import { instructionHandlers } from './handlers/instructionHandlers.ts'
import { issuerHandlers } from './handlers/issuerHandlers.ts'
import { markHandlers } from './handlers/markHandlers.ts'
import { meetingHandlers } from './handlers/meetingHandlers.ts'
import { preparationHandlers } from './handlers/preparationHandlers.ts'
import { returnHandlers } from './handlers/returnHandlers.ts'
import { roomHandlers } from './handlers/roomHandlers.ts'
import { scenarioHandlers } from './handlers/scenarioHandlers.ts'
import { sessionHandlers } from './handlers/sessionHandlers.ts'
import { syncHandlers } from './handlers/syncHandlers.ts'
import { templateHandlers } from './handlers/templateHandlers.ts'
import { viewHandlers } from './handlers/viewHandlers.ts'

export const handlersOf = (tools: HandlerTools): Handlers => ({
  ...fileHandlers(tools),
  ...preparationHandlers(tools),
  ...candidatureHandlers(tools),
  ...importHandlers(tools),
  ...markHandlers(tools),
  ...sessionHandlers(tools),
  ...meetingHandlers(tools),
  ...scenarioHandlers(tools),
  ...documentHandlers(tools),
  ...batchHandlers(tools),
  ...templateHandlers(tools),
  ...issuerHandlers(tools),
  ...instructionHandlers(tools),
  ...returnHandlers(tools),
  ...viewHandlers(tools),
  ...syncHandlers(tools),
  ...roomHandlers(tools),
  ...bundleHandlers(tools),
})
