import { fileSheet, getSheet, markCriterion, reopenSheet } from '#shared/usecases/marks/sheets.ts'
import { viewProgress } from '#shared/usecases/marks/viewProgress.ts'
import { viewExplanation } from '#shared/usecases/ranking/viewExplanation.ts'
import { viewRanking } from '#shared/usecases/ranking/viewRanking.ts'
import { watchRanking } from '#shared/usecases/ranking/watchRanking.ts'
import { assessRecusal, declareRecusal, liftRecusal } from '#shared/usecases/recusals/recusals.ts'
import { pasteMarks } from '#shared/usecases/sessions/pasteMarks.ts'
import { countersign, fileSheets, reveal, sheetOfCode } from '#shared/usecases/sessions/roomMarks.ts'
import { viewMarks } from '#shared/usecases/sessions/viewMarks.ts'
import { acting, type Handlers, type HandlerTools, reading, showing } from '../handlerKinds.ts'

/** Marks keyed in the room. */
export type RoomMarkProcedure =
  | 'session.marks'
  | 'session.reveal'
  | 'session.paste-marks'
  | 'session.file-sheets'
  | 'session.sheet-of-code'

type MarkProcedure =
  | RoomMarkProcedure
  | Extract<keyof Handlers, `sheet.${string}` | `recusal.${string}` | `ranking.${string}`>

export const markHandlers = ({ memory }: HandlerTools): Pick<Handlers, MarkProcedure> => ({
  'sheet.get': acting(memory, getSheet),
  'sheet.mark': acting(memory, markCriterion),
  'sheet.file': acting(memory, fileSheet),
  'sheet.reopen': acting(memory, reopenSheet),
  'sheet.progress': showing(memory, viewProgress),
  'sheet.countersign': acting(memory, countersign),
  'session.marks': reading(memory, viewMarks),
  'session.reveal': acting(memory, reveal),
  'session.paste-marks': acting(memory, pasteMarks),
  'session.file-sheets': acting(memory, fileSheets),
  'session.sheet-of-code': reading(memory, sheetOfCode),
  'recusal.declare': acting(memory, declareRecusal),
  'recusal.assess': acting(memory, assessRecusal),
  'recusal.lift': acting(memory, liftRecusal),
  'ranking.get': reading(memory, viewRanking),
  'ranking.explain': reading(memory, viewExplanation),
  'ranking.watch': reading(memory, watchRanking),
})
