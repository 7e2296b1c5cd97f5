import type { Grid } from '#shared/domain/grid/grid.ts'
import type { Reader } from '../ports.ts'

/**
 * [UC3, SY51] A grid is locked by the operation that says so, or by any filed sheet that was marked with it: a member files
 * alone, on his own machine, and locks no grid himself.
 */
export const isGridLocked = (reader: Pick<Reader, 'all' | 'sheetsOfCall'>, grid: Grid): boolean =>
  grid.status === 'locked' ||
  reader.all('call').some(({ id, gridId }) => gridId === grid.id && hasFiledSheet(reader, id, grid.id))

/** The grids of the file, those that a filed sheet locks shown as locked. */
export const gridsShown = (reader: Pick<Reader, 'all' | 'sheetsOfCall'>): readonly Grid[] =>
  reader.all('grid').map((grid) => (isGridLocked(reader, grid) ? { ...grid, status: 'locked' } : grid))

const hasFiledSheet = (reader: Pick<Reader, 'sheetsOfCall'>, callId: string, gridId: string): boolean =>
  reader.sheetsOfCall(callId).some((sheet) => sheet.gridId === gridId && sheet.status === 'filed')
