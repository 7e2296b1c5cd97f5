import { ok } from '#shared/kernel/result.ts'
import type { ImportControl } from '#shared/usecases/imports/importSource.ts'
import { previewImport } from '#shared/usecases/imports/previewImport.ts'
import { runImport } from '#shared/usecases/imports/runImport.ts'
import { importMarks } from '#shared/usecases/marks/importMarks.ts'
import { acting, type Handlers, type HandlerTools } from '../handlerKinds.ts'
import { readMarksTable } from '../readImportSource.ts'

type ImportProcedure = Extract<keyof Handlers, `import.${string}` | `marks.${string}`>

export function importHandlers({ memory, adapters, tell }: HandlerTools): Pick<Handlers, ImportProcedure> {
  const control = (label: string): ImportControl => {
    memory.cancelRequested = false
    return {
      onProgress: ({ done, total }) => tell({ kind: 'progress', label, done, total }),
      signal: {
        get aborted() {
          return memory.cancelRequested
        },
      },
    }
  }
  return {
    'import.preview': acting(memory, (context, input) =>
      previewImport(context, { ...adapters, territories: adapters.territories() }, input, control('Lecture')),
    ),
    'import.run': acting(memory, (context, input) =>
      runImport(context, { ...adapters, territories: adapters.territories() }, input, control('Import')),
    ),
    'import.cancel': async () => {
      memory.cancelRequested = true
      return ok(null)
    },
    'marks.import': acting(memory, (context, input) => importMarks(context, readMarksTable, input)),
  }
}
