import type { FoundState } from '../auditLine.ts'
import type { AuditedOperation } from '../checkCommit.ts'
import type { CountedMember } from './countRoom.ts'

/** What the auditor keeps of a committee at work: no more than freeze, recusals and quorum are judged by. */
export interface Meeting {
  readonly committees: Map<string, { readonly instanceType: string; readonly proxiesPerHolder: number }>
  readonly members: Map<string, CountedMember>
  readonly dossierOf: Map<string, string>
  readonly mergedInto: Map<string, string>
  /** In force: how each counts, by member, then by candidature. */
  readonly recusals: Map<string, Map<string, string>>
  readonly sessions: Map<string, KnownSession>
  /** `dossier/…` and `candidature/…` that a closed session decided. */
  readonly frozen: Set<string>
  /** What is not known any more: entities; `members`, `recusals` for all of them. */
  readonly unsure: Set<string>
}

export interface KnownSession {
  status: string
  secondConvocation: boolean
  agenda: readonly KnownPoint[]
  present: Set<string>
  substitutions: Map<string, string>
  proxies: readonly { readonly giverId: string; readonly holderId: string }[]
}

export interface KnownPoint {
  readonly id: string
  readonly kind: string
  readonly candidatureId: string | null
  readonly opinion: string | null
}

export const emptyMeeting = (): Meeting => ({
  committees: new Map(),
  members: new Map(),
  dossierOf: new Map(),
  mergedInto: new Map(),
  recusals: new Map(),
  sessions: new Map(),
  frozen: new Set(),
  unsure: new Set(),
})

/** What the log found when it began. */
export function found(meeting: Meeting, entity: string, state: FoundState | null): void {
  const [kind, id] = split(entity)
  if (state === null) {
    becomesUnsure(meeting, entity)
    return
  }
  switch (kind) {
    case 'committee':
      meeting.committees.set(id, {
        instanceType: state.instanceType ?? 'jury_ad_hoc',
        proxiesPerHolder: state.proxiesPerHolder ?? 1,
      })
      return
    case 'member':
      meeting.members.set(id, memberOf(state))
      return
    case 'candidature':
      if (state.dossierId !== undefined) meeting.dossierOf.set(id, state.dossierId)
      if (state.mergedInto != null) meeting.mergedInto.set(id, state.mergedInto)
      return
    case 'recusal':
      if (state.status !== 'set-aside') recuse(meeting, id, state.counting ?? null)
      return
    case 'session':
      meeting.sessions.set(id, {
        status: state.status ?? 'planned',
        secondConvocation: state.secondConvocation ?? false,
        agenda: state.agenda ?? [],
        present: new Set(state.present),
        substitutions: new Map(Object.entries(state.substitutions ?? {})),
        proxies: state.proxies ?? [],
      })
      if (state.status === 'closed') freeze(meeting, id)
      return
    default:
      return
  }
}

/** What one accepted operation leaves. */
export function afterOperation(meeting: Meeting, { k, e, d }: AuditedOperation): void {
  const [kind, id] = split(e)
  if (k === 'aggregate.revert@1') {
    becomesUnsure(meeting, e)
    return
  }
  const set = (k.endsWith('.change@1') ? d.set : d) as FoundState & Readonly<Record<string, unknown>>
  switch (kind) {
    case 'committee': {
      const before = meeting.committees.get(id) ?? { instanceType: 'jury_ad_hoc', proxiesPerHolder: 1 }
      meeting.committees.set(id, {
        instanceType: set.instanceType ?? before.instanceType,
        proxiesPerHolder: set.proxiesPerHolder ?? before.proxiesPerHolder,
      })
      return
    }
    case 'member':
      meeting.members.set(id, memberOf({ ...meeting.members.get(id), ...set }))
      return
    case 'candidature':
      if (k === 'candidature.submit@1' && typeof d.dossierId === 'string')
        meeting.dossierOf.set(id, d.dossierId)
      if (typeof set.mergedInto === 'string') meeting.mergedInto.set(id, set.mergedInto)
      if (set.mergedInto === null) meeting.mergedInto.delete(id)
      return
    case 'recusal': {
      const isOver = k === 'recusal.lift@1' || (k === 'recusal.assess@1' && d.status === 'set-aside')
      if (isOver) meeting.recusals.get(pairOf(id).member)?.delete(pairOf(id).candidature)
      else recuse(meeting, id, typeof d.counting === 'string' ? d.counting : null)
      return
    }
    case 'session':
      afterSession(meeting, id, k, d)
      return
    default:
      return
  }
}

function afterSession(meeting: Meeting, id: string, k: string, d: AuditedOperation['d']): void {
  if (k === 'session.plan@1') {
    meeting.sessions.set(id, {
      status: 'planned',
      secondConvocation: d.secondConvocation === true,
      agenda: pointsOf(d.agenda, []),
      present: new Set(),
      substitutions: new Map(),
      proxies: [],
    })
    return
  }
  const session = meeting.sessions.get(id)
  if (session === undefined) return
  const member = String(d.memberId)
  switch (k) {
    case 'session.change@1': {
      const set = d.set as { readonly agenda?: unknown; readonly secondConvocation?: unknown }
      if (typeof set.secondConvocation === 'boolean') session.secondConvocation = set.secondConvocation
      if (set.agenda !== undefined) session.agenda = pointsOf(set.agenda, session.agenda)
      return
    }
    case 'session.attend@1':
      if (d.status === 'present') session.present.add(member)
      else session.present.delete(member)
      return
    case 'session.move@1':
      if (d.kind === 'arrives') session.present.add(member)
      else session.present.delete(member)
      return
    case 'session.substitute@1':
      if (typeof d.substituteId === 'string') {
        // The last one said comes last: a substitute of two seats sits on that one.
        session.substitutions.delete(member)
        session.substitutions.set(member, d.substituteId)
      } else session.substitutions.delete(member)
      return
    case 'session.give-proxy@1':
    case 'session.withdraw-proxy@1': {
      const giverId = String(d.giverId)
      const others = session.proxies.filter((proxy) => proxy.giverId !== giverId)
      session.proxies =
        k === 'session.give-proxy@1' ? [...others, { giverId, holderId: String(d.holderId) }] : others
      return
    }
    case 'session.open@1':
      session.status = 'open'
      return
    case 'session.decide@1':
    case 'session.amend@1': {
      const outcome = d.outcome as { readonly opinion?: unknown } | null
      const opinion = outcome === null ? null : String(outcome.opinion)
      session.agenda = session.agenda.map((point) => (point.id === d.itemId ? { ...point, opinion } : point))
      return
    }
    case 'session.close@1':
      session.status = 'closed'
      freeze(meeting, id)
      return
    default:
      return
  }
}

/** [SY34] What a closed session decided, and did not put off. */
function freeze(meeting: Meeting, session: string): void {
  for (const { kind, candidatureId, opinion } of meeting.sessions.get(session)?.agenda ?? []) {
    if (kind !== 'candidature' || candidatureId === null || opinion === null || opinion === 'deferred')
      continue
    meeting.frozen.add(`candidature/${candidatureId}`)
    const dossier = meeting.dossierOf.get(candidatureId)
    if (dossier !== undefined) meeting.frozen.add(`dossier/${dossier}`)
  }
}

/** A body that is not there, or an undo: what it left is not guessed. */
export function becomesUnsure(meeting: Meeting, entity: string): void {
  const [kind] = split(entity)
  if (kind === 'member' || kind === 'committee') meeting.unsure.add('members')
  if (kind === 'recusal' || kind === 'candidature') meeting.unsure.add('recusals')
  meeting.unsure.add(entity)
}

/** [SY3] Whether this member has a recusal in force on the dossier, or on one that is reunited with it. */
export function isRecusedFrom(meeting: Meeting, member: string, dossier: string): boolean {
  const bound = [...(meeting.recusals.get(member)?.keys() ?? [])]
  if (bound.length === 0) return false
  const one = reunited(meeting, dossier)
  return bound.some((candidature) => one.has(meeting.dossierOf.get(candidature) ?? ''))
}

function recuse({ recusals }: Meeting, id: string, counting: string | null): void {
  const { candidature, member } = pairOf(id)
  const held = recusals.get(member) ?? new Map<string, string>()
  recusals.set(member, held.set(candidature, counting ?? held.get(candidature) ?? 'numerator'))
}

/** `<candidature>/<member>`, as sheets and recusals are named. */
export function pairOf(id: string): { readonly candidature: string; readonly member: string } {
  const slash = id.indexOf('/')
  return { candidature: id.slice(0, slash), member: id.slice(slash + 1) }
}

function reunited({ mergedInto, dossierOf }: Meeting, dossier: string): ReadonlySet<string> {
  const links = [...mergedInto].map(([from, into]) => [dossierOf.get(from), dossierOf.get(into)] as const)
  const one = new Set([dossier])
  for (const each of one)
    for (const [from, into] of links) {
      if (from === each && into !== undefined) one.add(into)
      if (into === each && from !== undefined) one.add(from)
    }
  return one
}

function pointsOf(agenda: unknown, before: readonly KnownPoint[]): readonly KnownPoint[] {
  if (!Array.isArray(agenda)) return []
  return (agenda as readonly Readonly<Record<string, unknown>>[]).map((item): KnownPoint => {
    const candidatureId = typeof item.candidatureId === 'string' ? item.candidatureId : null
    const kind = typeof item.kind === 'string' ? item.kind : candidatureId === null ? 'free' : 'candidature'
    const known = before.find(({ id }) => id === item.id)
    return { id: String(item.id), kind, candidatureId, opinion: known?.opinion ?? null }
  })
}

const memberOf = ({ role, voice, inOffice, substituteOf }: FoundState): CountedMember => ({
  role: role ?? 'member',
  voice: voice ?? 'deliberative',
  inOffice: inOffice ?? true,
  substituteOf: substituteOf ?? null,
})

function split(entity: string): readonly [kind: string, id: string] {
  const slash = entity.indexOf('/')
  return [entity.slice(0, slash), entity.slice(slash + 1)]
}
