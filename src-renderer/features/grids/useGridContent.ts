import { useCallback, useEffect, useRef, useState } from 'react'
import type { Grid } from '#shared/domain/grid/grid.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'
import type { GridContent } from './editGrid.ts'

/**
 * The content under edit. A grid is written whole, so two fields left in the same instant must build on each other: each change
 * starts from the last one given, not from what the host last answered.
 */
export function useGridContent(grid: Grid): {
  readonly content: GridContent
  readonly change: (edit: (content: GridContent) => GridContent) => void
  readonly refusal: Refusal | null
} {
  const { act, refusal } = useAct('grid.change')
  const [content, setContent] = useState<GridContent>(grid)
  const latest = useRef<GridContent>(grid)
  const underWay = useRef(0)
  const show = useCallback((next: GridContent) => {
    latest.current = next
    setContent(next)
  }, [])
  useEffect(() => {
    if (underWay.current === 0) show(grid)
  }, [grid, show])
  const change = async (edit: (content: GridContent) => GridContent) => {
    const next = edit(latest.current)
    if (next === latest.current) return
    show(next)
    underWay.current += 1
    const { label, sections } = next
    const written = await act({ gridId: grid.id, content: writable({ label, sections }) })
    underWay.current -= 1
    // Refused: what is shown goes back to what is recorded.
    if (!written.ok && underWay.current === 0) show(grid)
  }
  return { content, change: (edit) => void change(edit), refusal }
}

/** The same value, in the mutable arrays that the contract's schema names. */
const writable = (content: GridContent) => ({
  label: content.label,
  sections: content.sections.map((section) => ({
    label: section.label,
    criteria: section.criteria.map((criterion) => ({
      ...criterion,
      scale: { kind: criterion.scale.kind, anchors: { ...criterion.scale.anchors } },
    })),
  })),
})
