import { ok } from '#shared/kernel/result.ts'
import { documentBoard } from '#shared/usecases/documents/documentBoard.ts'
import { documentsOfCandidature } from '#shared/usecases/documents/documentsOfCandidature.ts'
import { exportDocument } from '#shared/usecases/documents/exportDocument.ts'
import { issueAgain } from '#shared/usecases/documents/issueAgain.ts'
import { makeDocument } from '#shared/usecases/documents/makeDocument.ts'
import { prepareForSigning } from '#shared/usecases/documents/prepareForSigning.ts'
import { acting, type Handlers, type HandlerTools } from '../handlerKinds.ts'
import { localMinute } from '../localMinute.ts'
import { mayRecordIssue } from '../mayIssue.ts'

type DocumentAct = 'preview' | 'export' | 'again' | 'prepare-signing' | 'board' | 'of-candidature'
type DocumentProcedure = `document.${DocumentAct}`

/** What can be made, and what leaves. What is handed in is in `returnHandlers`. */
export const documentHandlers = ({ memory, adapters }: HandlerTools): Pick<Handlers, DocumentProcedure> => ({
  'document.preview': acting(memory, async (context, request) => {
    const madeAt = localMinute(context.clock)
    const made = await makeDocument(context, adapters, { ...request, madeAt })
    if (!made.ok) return made
    const { fileName, bytes } = made.value
    return ok({ fileName, bytes })
  }),
  'document.export': acting(memory, (context, request) =>
    exportDocument(context, adapters, { ...request, madeAt: localMinute(context.clock) }),
  ),
  'document.again': acting(memory, (context, input) =>
    issueAgain(context, adapters, input, () => mayRecordIssue(memory.wholeFile)),
  ),
  'document.prepare-signing': acting(memory, (context, request) =>
    prepareForSigning(context, adapters, { ...request, madeAt: localMinute(context.clock) }),
  ),
  'document.board': acting(memory, ({ file, digest, clock }, { sessionId }) =>
    documentBoard(file, digest, { sessionId, madeAt: localMinute(clock) }),
  ),
  'document.of-candidature': acting(memory, ({ file, digest, clock }, { candidatureId }) =>
    documentsOfCandidature(file, digest, { candidatureId, madeAt: localMinute(clock) }),
  ),
})
