import { ok } from '#shared/kernel/result.ts'
import { exportDocument, makeDocument } from '#shared/usecases/documents/makeDocument.ts'
import { verifyDocument } from '#shared/usecases/documents/verifyDocument.ts'
import { acting, type Handlers, type HandlerTools } from '../handlerKinds.ts'
import { localMinute } from '../localMinute.ts'

type DocumentProcedure = Extract<keyof Handlers, `document.${string}`>

export const documentHandlers = ({ memory, adapters }: HandlerTools): Pick<Handlers, DocumentProcedure> => ({
  'document.preview': acting(memory, async (context, request) => {
    const madeAt = localMinute(context.clock)
    const made = await makeDocument(context, adapters.press, { ...request, madeAt })
    if (!made.ok) return made
    const { fileName, bytes } = made.value
    return ok({ fileName, bytes })
  }),
  'document.export': acting(memory, (context, request) =>
    exportDocument(context, adapters.press, { ...request, madeAt: localMinute(context.clock) }),
  ),
  'document.verify': acting(memory, (context, input) => verifyDocument(context, adapters.press, input)),
})
