import type { LoggedCommit } from './loggedCommit.ts'
import type { Held, People } from './peopleAt.ts'
import type { Recusals } from './recusals.ts'

/** What a reading right depends on, by a second reading of the log. */
export interface Sight {
  readonly people: People
  readonly recusals: Recusals
  readonly dossierOf: ReadonlyMap<string, string>
  /** Candidatures whose marks were shown. */
  readonly revealed: ReadonlySet<string>
}

/** [SY3], written a second time: whether somebody may hold the body of a commit of this scope. */
export function mayHold(user: string, scope: string, sight: Sight): boolean {
  const held = sight.people.mandates.filter((mandate) => mandate.user === user)
  const [kind, second, third, fourth, fifth] = scope.split('/')
  const dossier =
    kind === 'dossier' ? second : second === 'dossier' ? third : third === 'dossier' ? fourth : undefined
  const bound = [sight.people.lastMember[user], ...held.map(({ memberId }) => memberId)]
  const isRecused = [...sight.recusals].some((pair) => {
    const [candidature = '', member] = pair.split('/')
    return bound.includes(member) && sight.dossierOf.get(candidature) === dossier
  })
  if (dossier !== undefined && isRecused) return false
  return held.some((mandate) =>
    byRole(
      mandate,
      scope,
      third === 'sheet' ? { candidature: fourth ?? '', person: fifth ?? '' } : null,
      sight,
    ),
  )
}

function byRole(
  { role, memberId, dossiers }: Held,
  scope: string,
  sheet: { readonly candidature: string; readonly person: string } | null,
  sight: Sight,
): boolean {
  const [kind, id] = scope.split('/')
  const isOwn = sheet !== null && sheet.person === memberId
  if (role === 'administrator') return kind === 'control'
  if (role === 'secretariat' || role === 'chair') return kind !== 'control'
  if (role === 'instructor')
    return kind === 'shared' || kind === 'office' || (kind === 'dossier' && sheet === null)
  if (role === 'guest') return kind === 'dossier' && dossiers.includes(id ?? '') && (sheet === null || isOwn)
  if (kind === 'recusal') return id === memberId
  return (
    kind === 'shared' ||
    (kind === 'session' && !scope.endsWith('/room')) ||
    (kind === 'dossier' && (sheet === null || isOwn || sight.revealed.has(sheet.candidature)))
  )
}

/** What is so after the last entry of a log. */
export function revealedBy(log: readonly LoggedCommit[]): ReadonlySet<string> {
  const candidatureOf = new Map<string, string>()
  const decided = new Set<string>()
  const revealed = new Set<string>()
  for (const { verdict, operations } of log)
    for (const { kind, data } of (verdict === 'ok' && operations) || []) {
      if (kind === 'session.plan@1')
        for (const item of data.agenda as readonly { id: string; candidatureId: string }[])
          candidatureOf.set(item.id, item.candidatureId)
      const candidature = candidatureOf.get(String(data.itemId)) ?? ''
      if (kind === 'session.reveal@1') revealed.add(candidature)
      if (kind === 'session.decide@1') decided.add(candidature)
      if (kind === 'session.close@1') for (const each of decided) revealed.add(each)
    }
  return revealed
}
