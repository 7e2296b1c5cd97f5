import { checkGrid } from '#shared/domain/grid/checkGrid.ts'
import type { Grid } from '#shared/domain/grid/grid.ts'
import { shippedGrids } from '#shared/domain/grid/shippedGrids.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { newId } from '../newId.ts'
import type { Reader, UseCaseContext } from '../ports.ts'

export type GridOrigin =
  | { readonly from: 'shipped'; readonly key: string }
  | { readonly from: 'grid'; readonly gridId: string; readonly label: string }
  | { readonly from: 'new-version'; readonly gridId: string }
  | { readonly from: 'blank'; readonly label: string }

/** A new grid to edit: a shipped one, a copy, the next version of a locked one, or an empty one. */
export function draftGrid(context: UseCaseContext, origin: GridOrigin): Result<{ gridId: string }> {
  const content = contentOf(context, origin)
  if (!content.ok) return content
  const gridId = newId(context)
  const act = { actor: context.actor, label: `Grille « ${content.value.label} »`, undoable: true }
  return context.file.transact(act, (transaction) => {
    const drafted = transaction.emit('grid.draft@1', entityOf('grid', gridId), content.value)
    return drafted.ok ? ok({ gridId }) : drafted
  })
}

/** Refuses `grid.locked` after the first filed sheet. An unfinished grid may be saved; it is checked when marking starts. */
export function changeGrid(
  context: UseCaseContext,
  input: { gridId: string; content: Pick<Grid, 'label' | 'sections'> },
): Result<null> {
  const loaded = loadOrRefuse(context.file, 'grid', input.gridId)
  if (!loaded.ok) return loaded
  if (loaded.value.status === 'locked') return refuse('grid.locked')
  return context.file.transact(
    { actor: context.actor, label: `Grille « ${input.content.label} »`, undoable: true },
    (transaction) =>
      transaction.emit('grid.change@1', entityOf('grid', input.gridId), { set: input.content }),
  )
}

/** The grid of a call, fit for marking. Refuses `input.invalid` when the call has none, else what `checkGrid` refuses. */
export function gridOfCall(reader: Reader, callId: string): Result<Grid> {
  const call = loadOrRefuse(reader, 'call', callId)
  if (!call.ok) return call
  if (call.value.gridId === null)
    return refuse('input.invalid', { reason: 'l’appel n’a pas encore de grille' })
  const grid = loadOrRefuse(reader, 'grid', call.value.gridId)
  if (!grid.ok) return grid
  const checked = checkGrid(grid.value)
  return checked.ok ? grid : checked
}

function contentOf(context: UseCaseContext, origin: GridOrigin): Result<Omit<Grid, 'id' | 'status'>> {
  if (origin.from === 'blank') return ok({ label: origin.label, version: 1, replaces: null, sections: [] })
  if (origin.from === 'shipped') {
    const shipped = shippedGrids.find(({ key }) => key === origin.key)
    return shipped
      ? ok({ label: shipped.label, version: 1, replaces: null, sections: shipped.sections })
      : refuse('entity.missing', { entity: origin.key })
  }
  const source = loadOrRefuse(context.file, 'grid', origin.gridId)
  if (!source.ok) return source
  const { label, version, sections, id } = source.value
  return origin.from === 'grid'
    ? ok({ label: origin.label, version: 1, replaces: null, sections })
    : ok({ label, version: version + 1, replaces: id, sections })
}
