import { returnDocument } from '#shared/usecases/documents/returnDocument.ts'
import { takeOutReturned } from '#shared/usecases/documents/takeOutReturned.ts'
import { verifyDocument } from '#shared/usecases/documents/verifyDocument.ts'
import { acting, type Handlers, type HandlerTools } from '../handlerKinds.ts'

type ReturnProcedure = 'document.verify' | 'document.return' | 'document.take-out'

/** What somebody hands in: whether it is what it says, and what is kept of it. */
export const returnHandlers = ({ memory, adapters }: HandlerTools): Pick<Handlers, ReturnProcedure> => ({
  'document.verify': acting(memory, (context, input) => verifyDocument(context, adapters, input)),
  'document.return': acting(memory, (context, input) => returnDocument(context, adapters, input)),
  'document.take-out': acting(memory, (context, input) => takeOutReturned(context, adapters.press, input)),
})
