import type { SyncStanding } from '#shared/contract/syncAnswers.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'

/** Of these things, those that are not, or not yet, as the other laptops have them. */
export function standingsOf(
  { copy, toRegularise }: FileSharing,
  entities: readonly string[],
): readonly SyncStanding[] {
  const refused = toRegularise()
  return entities.flatMap((entity): SyncStanding[] => {
    const pending = copy.row('pendingOn', entity)?.ops.length ?? 0
    const own = refused.filter((commit) => commit.entities.includes(entity))
    const isReadOnly = copy.row('readOnly', entity) !== null
    if (pending === 0 && own.length === 0 && !isReadOnly) return []
    const late = own.filter(({ verdict }) => verdict === 'late').length
    return [{ entity, pending, refused: own.length, late, isReadOnly }]
  })
}
