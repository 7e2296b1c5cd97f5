import { fileSheet, getSheet, markCriterion, reopenSheet } from '#shared/usecases/marks/sheets.ts'
import { viewProgress } from '#shared/usecases/marks/viewProgress.ts'
import { viewExplanation } from '#shared/usecases/ranking/viewExplanation.ts'
import { viewRanking } from '#shared/usecases/ranking/viewRanking.ts'
import { declareRecusal, liftRecusal } from '#shared/usecases/recusals/recusals.ts'
import { acting, type Handlers, type HandlerTools, reading, showing } from '../handlerKinds.ts'

type MarkProcedure = Extract<keyof Handlers, `sheet.${string}` | `recusal.${string}` | `ranking.${string}`>

export const markHandlers = ({ memory }: HandlerTools): Pick<Handlers, MarkProcedure> => ({
  'sheet.get': acting(memory, getSheet),
  'sheet.mark': acting(memory, markCriterion),
  'sheet.file': acting(memory, fileSheet),
  'sheet.reopen': acting(memory, reopenSheet),
  'sheet.progress': showing(memory, viewProgress),
  'recusal.declare': acting(memory, declareRecusal),
  'recusal.lift': acting(memory, liftRecusal),
  'ranking.get': reading(memory, viewRanking),
  'ranking.explain': reading(memory, viewExplanation),
})
