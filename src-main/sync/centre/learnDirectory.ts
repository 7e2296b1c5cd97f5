import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { FileSharing, KnownPerson } from '#shared/usecases/sharingPorts.ts'

/** `busy`: an act was under way in the file, and nothing was kept. `lost`: nothing was told, or it could not be kept. */
export type Learnt = 'learnt' | 'busy' | 'lost'

/**
 * Keeps who is there: names for the screens, keys for a key that is given, and on a laptop that may be a hub the rights from
 * which it could order without the centre [SY22].
 */
export async function learnDirectory(
  sharing: FileSharing,
  from: Pick<DeviceExchange, 'ask'>,
): Promise<Learnt> {
  const told = await from.ask('directory', {})
  if (!told.ok) return 'lost'
  const { rows } = told.value
  if (sharing.isBusy()) return 'busy'
  if (!sharing.copy.write(rows).ok) return 'lost'
  const memberOf = new Map<string, string | null>()
  for (const { table, key, row } of rows)
    if (table === 'mandates' && row !== null)
      memberOf.set(key, row.list.find(({ ended, memberId }) => !ended && memberId !== null)?.memberId ?? null)
  const people = rows.flatMap(({ table, key, row }): KnownPerson[] =>
    table === 'user' && row !== null
      ? [{ user: key, name: row.name, memberId: memberOf.get(key) ?? null }]
      : [],
  )
  sharing.learn({ people })
  return 'learnt'
}
