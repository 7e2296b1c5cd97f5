import type { Lease } from '#shared/operations/lease/lease.ts'
import { centre } from '../meeting/cast.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import type { MeetingWorld } from './invariants.ts'

/** [I2] [SY18] While a lease is open, the centre applies nothing to its session and its dossiers that comes straight. */
export function leaseNotRespected(world: MeetingWorld, log: readonly LoggedCommit[]): string | null {
  const leases = (world.hosts.get(centre)?.disk.list(`${centre}:lease|`) ?? [])
    .map(([, row]) => row as Lease)
    .filter(({ standing }) => standing !== 'set-apart')
  for (const { id, g, endedG, session, dossiers } of leases) {
    const isUnder = ({ scope }: LoggedCommit) =>
      scope === `session/${session}` ||
      scope.startsWith(`session/${session}/`) ||
      dossiers.some((dossier) => scope === `dossier/${dossier}` || scope.startsWith(`dossier/${dossier}/`))
    const applied = log.find(
      (commit) =>
        commit.verdict === 'ok' &&
        commit.via === null &&
        commit.g > g + 1 &&
        commit.g <= (endedG ?? Number.POSITIVE_INFINITY) &&
        isUnder(commit),
    )
    if (applied !== undefined)
      return `entry ${applied.g} (${applied.scope}) was applied while lease ${id} was open`
  }
  return null
}
