import { changeInstruction } from '#shared/usecases/instruction/changeInstruction.ts'
import { clausesOfAgreement } from '#shared/usecases/instruction/clausesOfAgreement.ts'
import { importCorrespondents } from '#shared/usecases/instruction/importCorrespondents.ts'
import { instructionOf } from '#shared/usecases/instruction/instructionOf.ts'
import { minutesStep } from '#shared/usecases/sessions/minutesStep.ts'
import { recordAct } from '#shared/usecases/sessions/recordAct.ts'
import { acting, type Handlers, type HandlerTools } from '../handlerKinds.ts'
import { localMinute } from '../localMinute.ts'
import { readCorrespondentsTable } from '../readImportSource.ts'

type InstructionProcedure =
  | Extract<keyof Handlers, `instruction.${string}`>
  | 'session.minutes-step'
  | 'session.record-act'

/** What the service does outside the room: instruction of each candidature, and what follows a closing. */
export const instructionHandlers = ({ memory }: HandlerTools): Pick<Handlers, InstructionProcedure> => ({
  'instruction.get': acting(memory, ({ file, clock }, { candidatureId }) =>
    instructionOf(file, { candidatureId, on: localMinute(clock).slice(0, 10) }),
  ),
  'instruction.clauses': acting(memory, ({ file, clock }, { candidatureId }) =>
    clausesOfAgreement(file, { candidatureId, on: localMinute(clock).slice(0, 10) }),
  ),
  'instruction.change': acting(memory, changeInstruction),
  'instruction.import-correspondents': acting(memory, (context, input) =>
    importCorrespondents(context, readCorrespondentsTable, input),
  ),
  'session.minutes-step': acting(memory, minutesStep),
  'session.record-act': acting(memory, recordAct),
})
