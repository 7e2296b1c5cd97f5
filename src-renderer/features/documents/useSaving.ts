import { useCallback, useState } from 'react'
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import { useAct } from '../../bridge/useAct.ts'
import { fileNameOf } from './fileNameOf.ts'

type SavingProcedure = Extract<
  ProcedureName,
  'document.export' | 'document.again' | 'document.prepare-signing' | 'document.take-out' | 'template.save'
>

/** Asks where, then writes there; `saved` is the name of the last file written. */
export function useSaving<N extends SavingProcedure>(procedure: N) {
  const choosing = useAct('file.choose')
  const writing = useAct(procedure)
  const [saved, setSaved] = useState<string | null>(null)
  const { act: choose } = choosing
  const { act: write } = writing
  const save = useCallback(
    async (input: Omit<InputOf<N>, 'path'>, suggestedName: string) => {
      setSaved(null)
      const chosen = await choose({ purpose: 'document', suggestedName })
      if (!chosen.ok || chosen.value.path === null) return
      // The path completes what the caller gave into the whole input of the procedure.
      const done = await write({ ...input, path: chosen.value.path } as unknown as InputOf<N>)
      if (done.ok) setSaved(fileNameOf((done.value as OutputOf<SavingProcedure>).path))
    },
    [choose, write],
  )
  return { save, saved, isSaving: writing.isActing, refusal: choosing.refusal ?? writing.refusal }
}
