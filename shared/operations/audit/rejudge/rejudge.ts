import type { AuditedDevice, AuditedMandate, AuditedPlace, AuditedState, AuditHead } from '../auditLine.ts'
import type { FaultCode } from '../auditReport.ts'
import type { AuditedOperation, CheckedCommit } from '../checkCommit.ts'
import type { RoomsCheck } from '../checkRooms.ts'
import type { Findings } from '../findings.ts'
import { countRoom } from './countRoom.ts'
import { expectedScope } from './expectedScope.ts'
import { whyNotWritten } from './mayWrite.ts'
import { afterOperation, becomesUnsure, emptyMeeting, found, isRecusedFrom, type Meeting } from './meeting.ts'
import {
  afterControl,
  copyOf,
  give,
  type KnownDevice,
  membersBinding,
  noPeople,
  type People,
} from './people.ts'

export interface Rejudge {
  device(device: AuditedDevice): void
  mandate(mandate: AuditedMandate): void
  state(state: AuditedState): void
  /** An entry that has its final verdict. `commit` null: it is not in the export. */
  entry(entry: AuditedPlace['entry'], commit: CheckedCommit | null): void
  counts(): { readonly judgedAgain: number; readonly notJudgedAgain: number }
}

/**
 * The most accountable rules, judged again by an oracle of its own that shares nothing with the judge: author and revocation,
 * right by role, the one writer of a sheet, freeze, recusal, quorum and voices, scope, order under a lease. What the export
 * does not tell is never guessed: the oracle then abstains, and says how often. The log of a room is not judged again, since what
 * counts is what the centre decided of it; nor is the export of somebody who may not read everything.
 */
export function rejudge(
  log: string,
  reader: AuditHead['reader'],
  rooms: RoomsCheck,
  findings: Findings,
): Rejudge {
  const people = noPeople()
  const meeting = emptyMeeting()
  /** [SY20] Rights as they were when each lease was granted. */
  const heldUnder = new Map<string, { readonly people: People; readonly members: Meeting['members'] }>()
  let isPeopleSure = true
  let isBlind = log.startsWith('lease/') || reader === 'part'
  let judgedAgain = 0
  let notJudgedAgain = 0

  function becomesUnknown(scope: string): void {
    const [kind, id = '', sheet] = scope.split('/')
    // Nothing is judged by what a sheet holds.
    if (sheet === 'sheet') return
    if (kind === 'control') isPeopleSure = false
    if (kind === 'shared') meeting.unsure.add('members')
    if (kind === 'session') becomesUnsure(meeting, `session/${id}`)
    if (kind === 'recusal' || kind === 'dossier') meeting.unsure.add('recusals')
  }

  function judged(
    { g, via, verdict, code }: AuditedPlace['entry'],
    { header, cid }: CheckedCommit,
    ops: readonly AuditedOperation[],
  ): void {
    const held = via === null ? undefined : heldUnder.get(via)
    const views = held === undefined ? [people] : [held.people, people]
    const seated = held === undefined ? [meeting.members] : [held.members, meeting.members]
    const place = { g, cid, dev: header.dev, seq: header.seq }
    const tell = (fault: FaultCode, entity?: string): void =>
      findings.fault(fault, entity === undefined ? place : { ...place, entity })
    judgeAuthor()
    for (const operation of ops) {
      if (verdict === 'ok') judgeOperation(operation)
      if (verdict === 'ok') applied(operation)
    }
    if (verdict === 'late') judgeLate()
    if (verdict === 'recused' && code === 'recused') judgeRecused()

    function judgeAuthor(): void {
      if (!isPeopleSure) return
      const known = views.map((view) => view.devices.get(header.dev))
      const isRevoked = (device: KnownDevice | undefined) =>
        device !== undefined && device.lastSeq !== null && header.seq > device.lastSeq
      if (verdict === 'revoked' && !known.some(isRevoked)) tell('not-revoked')
      if (verdict !== 'ok') return
      if (known.every((device) => device?.user !== header.usr)) tell('author-not-owner')
      else if (known.every((device) => device?.forked === true)) tell('device-forked')
      else if (known.every(isRevoked)) tell('device-revoked')
      else if (isRevoked(people.devices.get(header.dev))) findings.remark('revoked-meanwhile', place)
    }

    function judgeOperation(operation: AuditedOperation): void {
      const { e } = operation
      const scope = expectedScope(operation, withSubmitted(operation))
      if (scope !== null && scope !== header.scope) tell('wrong-scope', e)
      if (isPeopleSure) {
        const reasons = views.map((view) =>
          whyNotWritten(view.mandates.get(header.usr) ?? [], operation, isChair),
        )
        const [reason = null] = reasons
        if (reason !== null && reasons.every((each) => each !== null)) tell(reason, e)
      }
      if (isFrozen(operation)) tell('after-freeze', e)
      if (isWrittenByRecused(operation) === true) tell('recused', e)
      judgeRoom(operation)
      const root = rootOf(operation)
      const lease = root === null ? null : rooms.leaseOver(root, g)
      if (lease !== null && via !== `lease/${lease}`)
        findings.fault('ordered-under-lease', { ...place, lease })
    }

    /** What the author had a right to, by the mandates of those of the views that knew him. */
    function isWrittenByRecused({ e }: AuditedOperation): boolean | null {
      const [kind = '', candidature = '', person = ''] = e.split('/')
      if (meeting.unsure.has('recusals')) return null
      if (kind === 'sheet') {
        const dossier = meeting.dossierOf.get(candidature)
        return dossier === undefined ? null : isRecusedFrom(meeting, person, dossier)
      }
      if (!['session', 'dossier', 'candidature', 'instruction', 'document'].includes(kind)) return false
      const dossier = dossierIn(header.scope)
      if (dossier === null) return false
      if (!isPeopleSure) return null
      return views.every((view) =>
        membersBinding(view, header.usr).some((member) => isRecusedFrom(meeting, member, dossier)),
      )
    }

    function judgeRoom({ k, e, d }: AuditedOperation): void {
      const session = meeting.sessions.get(e.slice('session/'.length))
      const isCounted = k === 'session.open@1' || k === 'session.decide@1'
      if (!isCounted || session === undefined || meeting.unsure.has(e)) return
      if (meeting.unsure.has('members') || meeting.unsure.has('recusals')) return
      const outcome = (d.outcome ?? null) as WrittenOutcome | null
      if (k === 'session.decide@1' && outcome === null) return
      const candidature = session.agenda.find(({ id }) => id === d.itemId)?.candidatureId ?? null
      const recused = new Map<string, string>()
      for (const [member, bound] of meeting.recusals) {
        const counting = candidature === null ? undefined : bound.get(candidature)
        if (counting !== undefined) recused.set(member, counting)
      }
      const named = Object.keys(outcome?.vote?.named ?? {})
      if (named.some((member) => recused.has(member))) tell('recused', e)
      const [first] = [...meeting.committees].sort(([one], [other]) => (one < other ? -1 : 1))
      const { instanceType, proxiesPerHolder } = first?.[1] ?? {
        instanceType: 'jury_ad_hoc',
        proxiesPerHolder: 1,
      }
      const counts = seated.map((members) =>
        countRoom({ ...session, instanceType, proxiesPerHolder, members, recused }),
      )
      const said = outcome?.vote ?? null
      const voices = said === null ? 0 : voicesOf(said)
      const holds = counts.some(
        (count) => (count.reached || outcome?.opinion === 'deferred') && voices <= count.voices,
      )
      if (!holds) tell('no-quorum', e)
    }

    function judgeLate(): void {
      const isOfSession = (operation: AuditedOperation) =>
        operation.e.startsWith('lease/') || operation.k === 'session.close@1'
      if (ops.some(isOfSession) || ops.some(({ e }) => meeting.unsure.has(e))) return
      if (!ops.some(isFrozen)) tell('not-frozen')
    }

    function judgeRecused(): void {
      const told = ops.map(isWrittenByRecused)
      if (told.every((each) => each === false)) tell('not-recused')
    }

    /** A candidature that this very operation submits is of the dossier that it names. */
    function withSubmitted({ k, e, d }: AuditedOperation): Meeting {
      const id = e.slice('candidature/'.length)
      if (k !== 'candidature.submit@1' || meeting.dossierOf.has(id)) return meeting
      return { ...meeting, dossierOf: new Map([[id, String(d.dossierId)]]) }
    }

    function applied(operation: AuditedOperation): void {
      const { k, e } = operation
      afterOperation(meeting, operation)
      if (!afterControl(people, operation)) findings.fault('founded-twice', { ...place, entity: e })
      if (k !== 'lease.grant@1' && k !== 'lease.open@1') return
      const { session, hub, successors } = operation.d
      rooms.granted({
        id: e.slice('lease/'.length),
        session: String(session),
        hub: k === 'lease.open@1' ? header.dev : String(hub),
        successors: Array.isArray(successors) ? successors.map(String) : [],
      })
      heldUnder.set(e, { people: copyOf(people), members: new Map(meeting.members) })
    }
  }

  const isChair = (memberId: string): boolean | null => {
    if (meeting.unsure.has('members')) return null
    const member = meeting.members.get(memberId)
    return member === undefined ? null : member.role === 'chair'
  }

  function isFrozen({ k, e }: AuditedOperation): boolean {
    const [kind = '', id = ''] = e.split('/')
    if (kind === 'session')
      return (
        !meeting.unsure.has(e) &&
        meeting.sessions.get(id)?.status === 'closed' &&
        !followsTheClosing.includes(k)
      )
    if (kind === 'dossier' || kind === 'candidature') return meeting.frozen.has(e)
    return (kind === 'sheet' || kind === 'recusal') && meeting.frozen.has(`candidature/${id}`)
  }

  function rootOf({ k, e, d }: AuditedOperation): string | null {
    const [kind = '', id = ''] = e.split('/')
    if (kind === 'session' || kind === 'dossier') return e
    const submitted =
      k === 'candidature.submit@1' && typeof d.dossierId === 'string' ? d.dossierId : undefined
    const dossier = ['candidature', 'sheet', 'recusal'].includes(kind)
      ? (meeting.dossierOf.get(id) ?? submitted)
      : undefined
    return dossier === undefined ? null : `dossier/${dossier}`
  }

  return {
    device({ id, user, founding, lastSeq = null }) {
      if (founding) people.devices.set(id, { user, lastSeq, forked: false })
    },
    mandate({ id, user, role, memberId }) {
      give(people, user, { id, role, memberId })
    },
    state: ({ entity, state }) => found(meeting, entity, state),
    entry(entry, commit) {
      const { verdict } = entry
      const dev = commit?.header.dev ?? ''
      if (verdict === 'ok' && commit === null) isBlind = true
      if (isBlind || commit === null) {
        if (verdict === 'ok') notJudgedAgain += 1
        return
      }
      if (commit.ops === null) {
        if (verdict === 'ok') {
          notJudgedAgain += 1
          becomesUnknown(commit.header.scope)
        }
      } else {
        if (verdict === 'ok') judgedAgain += 1
        judged(entry, commit, commit.ops)
      }
      const device = people.devices.get(dev)
      if (verdict === 'forked' && device !== undefined) people.devices.set(dev, { ...device, forked: true })
    },
    counts: () => ({ judgedAgain, notJudgedAgain }),
  }
}

const followsTheClosing: readonly string[] = [
  'session.rectify@1',
  'session.minutes@1',
  'session.record-act@1',
]

interface WrittenOutcome {
  readonly opinion: string
  readonly vote: Readonly<Record<string, unknown>> & {
    readonly named?: Readonly<Record<string, string>> | null
  }
}

const voicesOf = (vote: Readonly<Record<string, unknown>>): number =>
  ['for', 'against', 'abstention', 'notTakingPart', 'blank', 'spoiled'].reduce(
    (total, ballot) => total + (typeof vote[ballot] === 'number' ? vote[ballot] : 0),
    0,
  )

/** The dossier that a scope tells something of. */
function dossierIn(scope: string): string | null {
  const parts = scope.split('/')
  const at = parts[0] === 'dossier' ? 1 : parts[0] === 'office' ? 2 : parts[0] === 'session' ? 3 : 0
  return at === 0 || (at > 1 && parts[at - 1] !== 'dossier') ? null : (parts[at] ?? null)
}
