import { changeGrid as changeContent } from '#shared/domain/grid/changeGrid.ts'
import { checkGrid } from '#shared/domain/grid/checkGrid.ts'
import { duplicateGrid } from '#shared/domain/grid/duplicateGrid.ts'
import type { Grid } from '#shared/domain/grid/grid.ts'
import { nextGridVersion } from '#shared/domain/grid/nextGridVersion.ts'
import { shippedGrids } from '#shared/domain/grid/shippedGrids.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { newId } from '../newId.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { isGridLocked } from './isGridLocked.ts'

export type GridOrigin =
  | { readonly from: 'shipped'; readonly key: string }
  | { readonly from: 'grid'; readonly gridId: string; readonly label: string }
  | { readonly from: 'new-version'; readonly gridId: string }
  | { readonly from: 'blank'; readonly label: string }

/** A new grid to edit: a shipped one, a copy, the next version of a locked one, or an empty one. */
export function draftGrid(context: UseCaseContext, origin: GridOrigin): Result<{ gridId: string }> {
  const gridId = newId(context)
  const drafted = draftOf(context.file, gridId, origin)
  if (!drafted.ok) return drafted
  const { id: _id, status: _status, ...content } = drafted.value
  const act = { actor: context.actor, label: `Grille « ${content.label} »`, undoable: true }
  return context.file.transact(act, (transaction) => {
    const done = transaction.emit('grid.draft@1', entityOf('grid', gridId), content)
    return done.ok ? ok({ gridId }) : done
  })
}

/** Refuses `grid.locked` after the first filed sheet. An unfinished grid may be saved; it is checked when marking starts. */
export function changeGrid(
  context: UseCaseContext,
  input: { gridId: string; content: Pick<Grid, 'label' | 'sections'> },
): Result<null> {
  const loaded = loadOrRefuse(context.file, 'grid', input.gridId)
  if (!loaded.ok) return loaded
  const status = isGridLocked(context.file, loaded.value) ? 'locked' : loaded.value.status
  const changed = changeContent({ ...loaded.value, status }, input.content)
  if (!changed.ok) return changed
  return context.file.transact(
    { actor: context.actor, label: `Grille « ${input.content.label} »`, undoable: true },
    (transaction) =>
      transaction.emit('grid.change@1', entityOf('grid', input.gridId), { set: input.content }),
  )
}

/** The grid of a call, fit for marking. Refuses `input.invalid` when the call has none, else what `checkGrid` refuses. */
export function gridOfCall(reader: Pick<Reader, 'load'>, callId: string): Result<Grid> {
  const call = loadOrRefuse(reader, 'call', callId)
  if (!call.ok) return call
  if (call.value.gridId === null)
    return refuse('input.invalid', { reason: 'l’appel n’a pas encore de grille' })
  const grid = loadOrRefuse(reader, 'grid', call.value.gridId)
  if (!grid.ok) return grid
  const checked = checkGrid(grid.value)
  return checked.ok ? grid : checked
}

function draftOf(reader: Reader, id: string, origin: GridOrigin): Result<Grid> {
  if (origin.from === 'blank') return ok(duplicateGrid({ sections: [] }, { id, label: origin.label }))
  if (origin.from === 'shipped') {
    const shipped = shippedGrids.find(({ key }) => key === origin.key)
    return shipped
      ? ok(duplicateGrid(shipped, { id, label: shipped.label }))
      : refuse('entity.missing', { entity: origin.key })
  }
  const source = loadOrRefuse(reader, 'grid', origin.gridId)
  if (!source.ok) return source
  return origin.from === 'grid'
    ? ok(duplicateGrid(source.value, { id, label: origin.label }))
    : ok(nextGridVersion(source.value, id))
}
