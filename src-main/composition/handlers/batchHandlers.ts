import { ok } from '#shared/kernel/result.ts'
import { batchWords } from '#shared/usecases/documents/batch/batchWords.ts'
import { runBatch } from '#shared/usecases/documents/batch/runBatch.ts'
import { disclosureReview } from '#shared/usecases/documents/disclosure/disclosureReview.ts'
import { exportDisclosure } from '#shared/usecases/documents/disclosure/exportDisclosure.ts'
import { acting, type Handlers, type HandlerTools, reading } from '../handlerKinds.ts'
import { localMinute } from '../localMinute.ts'

type BatchProcedure =
  | 'document.batch'
  | 'document.batch-cancel'
  | Extract<keyof Handlers, `disclosure.${string}`>

/** Documents that leave many at a time, into a folder of their own. */
export function batchHandlers({ memory, adapters, tell }: HandlerTools): Pick<Handlers, BatchProcedure> {
  /** Those under way; a cancelled one leaves nothing. */
  const underWay = new Set<{ cancelled: boolean }>()
  return {
    'document.batch': acting(memory, async (context, input) => {
      const file = memory.wholeFile
      const batch = { cancelled: false }
      const { plural } = batchWords[input.what]
      const labels = {
        documents: `Production : ${plural}`,
        merging: `Réunion en un seul PDF : ${plural}`,
      }
      underWay.add(batch)
      try {
        return await runBatch(
          context,
          adapters,
          { ...input, madeAt: localMinute(context.clock) },
          {
            onProgress: ({ done, total }, step) =>
              tell({ kind: 'progress', label: labels[step], done, total }),
            signal: {
              // Another file, or none, is open by now: nothing can be recorded in this one any more.
              get aborted() {
                return batch.cancelled || memory.wholeFile !== file
              },
            },
          },
        )
      } finally {
        underWay.delete(batch)
      }
    }),
    'document.batch-cancel': async () => {
      for (const batch of underWay) batch.cancelled = true
      return ok(null)
    },
    'disclosure.preview': reading(memory, disclosureReview),
    'disclosure.export': acting(memory, (context, input) =>
      exportDisclosure(context, adapters, { ...input, madeAt: localMinute(context.clock) }),
    ),
  }
}
