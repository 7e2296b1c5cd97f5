import { useNavigate } from '@tanstack/react-router'
import type { InputOf } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'

/** Makes a grid (from a model, a copy, a new version, nothing) and goes to it. */
export function useDraftGrid(): {
  readonly draft: (origin: InputOf<'grid.draft'>) => void
  readonly refusal: Refusal | null
} {
  const { act, refusal } = useAct('grid.draft')
  const navigate = useNavigate()
  return {
    refusal,
    draft: (origin) =>
      void act(origin).then((drafted) => {
        if (drafted.ok) void navigate({ to: '/grilles/$gridId', params: { gridId: drafted.value.gridId } })
      }),
  }
}
