import { closingCodes, isExplainable } from '#shared/domain/session/closingCodes.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { cents } from '#shared/kernel/cents.ts'
import type { Entity, OperationData, OperationKind } from '#shared/operations/operation.ts'
import type { Act } from './act.ts'
import {
  type Cast,
  callId,
  candidatureId,
  committeeId,
  criteria,
  dossierId,
  gridId,
  itemId,
  type Person,
  sessionId,
} from './cast.ts'
import { decidedOutcome, hour } from './decidedOutcome.ts'
import { foundingOperations, importedDossier, plannedSession } from './founding.ts'
import type { View } from './view.ts'

export type NewOperation = { [K in OperationKind]: NewOperationOf<K> }[OperationKind]

interface NewOperationOf<K extends OperationKind> {
  readonly kind: K
  readonly entity: Entity
  readonly data: OperationData[K]
  readonly onBehalfOf?: string
}

/**
 * The real operations of an act at this laptop: one list per commit, each of one scope. Empty when the act has no meaning
 * here. No rule is checked that the authority must check: people act on what they see, which may be out of date.
 */
export function operationsOf(
  act: Act,
  person: Person,
  cast: Cast,
  view: View,
): readonly (readonly NewOperation[])[] {
  const markers = cast.people.flatMap(({ memberId }) => memberId ?? [])
  const own = person.memberId
  // The secretariat acts for the member that chance chose; everybody else for himself.
  const acting = (member: number) => own ?? markers[member % markers.length] ?? 'm1'
  const behalf = (member: string) => (member === own ? {} : { onBehalfOf: member })
  const chosen = (dossier: number) => candidatureId((dossier % cast.dossierCount) + 1)
  const session = view.get('session', sessionId)
  switch (act.kind) {
    case 'found':
      return view.get('committee', committeeId) === null ? foundingOperations(cast) : []
    case 'import': {
      const n = (act.dossier % cast.dossierCount) + 1
      return view.get('call', callId) === null || view.get('dossier', dossierId(n)) !== null
        ? []
        : [importedDossier(n)]
    }
    case 'plan-session':
      return session === null && view.get('call', callId) !== null ? [plannedSession(cast)] : []
    case 'mark': {
      const member = acting(act.member)
      const entity: Entity = `sheet/${chosen(act.dossier)}/${member}`
      const criterionCode = criteria[act.criterion % criteria.length] ?? 'INNO'
      const mark = { kind: 'value', hundredths: (act.points % 6) * 100, comment: 'motif' } as const
      return view.get('candidature', chosen(act.dossier)) === null
        ? []
        : [[{ kind: 'sheet.mark@1', entity, data: { gridId, criterionCode, mark }, ...behalf(member) }]]
    }
    case 'file-sheet':
    case 'reopen-sheet': {
      const member = acting(act.member)
      const id = `${chosen(act.dossier)}/${member}`
      if (view.get('sheet', id) === null) return []
      return act.kind === 'file-sheet'
        ? [[{ kind: 'sheet.file@1', entity: `sheet/${id}`, data: {}, ...behalf(member) }]]
        : [[{ kind: 'sheet.reopen@1', entity: `sheet/${id}`, data: { reason: 'oubli' }, ...behalf(member) }]]
    }
    case 'recuse': {
      const member = acting(act.member)
      const data = { reason: 'lien', legalBasis: '', counting: 'numerator' } as const
      const entity: Entity = `recusal/${chosen(act.dossier)}/${member}`
      return view.get('candidature', chosen(act.dossier)) === null
        ? []
        : [[{ kind: 'recusal.declare@1', entity, data, ...behalf(member) }]]
    }
    case 'assess-recusal': {
      const member = markers[act.member % markers.length] ?? 'm1'
      const id = `${chosen(act.dossier)}/${member}`
      const status = act.confirmed ? 'confirmed' : 'set-aside'
      const data = { status, reason: 'examiné', legalBasis: '', counting: 'numerator' } as const
      // The secretariat writes what the chair held, in the name of the chair.
      const byChair = person.role === 'secretariat' ? { onBehalfOf: 'm1' } : {}
      return view.get('recusal', id) === null
        ? []
        : [[{ kind: 'recusal.assess@1', entity: `recusal/${id}`, data, ...byChair }]]
    }
    case 'change-amount': {
      const entity: Entity = `candidature/${chosen(act.dossier)}`
      return view.get('candidature', chosen(act.dossier)) === null
        ? []
        : [[{ kind: 'candidature.change@1', entity, data: { set: { requestedCents: cents(act.cents) } } }]]
    }
    case 'change-title': {
      const n = (act.dossier % cast.dossierCount) + 1
      const data = { set: { description: `description ${act.word}` } }
      return view.get('dossier', dossierId(n)) === null
        ? []
        : [[{ kind: 'dossier.change@1', entity: `dossier/${dossierId(n)}`, data }]]
    }
    case 'change-committee':
      return view.get('committee', committeeId) === null
        ? []
        : [
            [
              {
                kind: 'committee.change@1',
                entity: `committee/${committeeId}`,
                data: { set: { place: `salle ${act.word}` } },
              },
            ],
          ]
    default:
      return session === null ? [] : roomOperations(act, cast, session, view)
  }
}

/** What is said of the session: the secretary's screen in the room. */
function roomOperations(
  act: Act,
  cast: Cast,
  session: Session,
  view: View,
): readonly (readonly NewOperation[])[] {
  const entity: Entity = `session/${sessionId}`
  const members = cast.people.flatMap(({ memberId, role }) => (role === 'guest' ? [] : (memberId ?? [])))
  const member = (n: number) => members[n % members.length] ?? 'm1'
  const item = (n: number) => itemId((n % cast.dossierCount) + 1)
  switch (act.kind) {
    case 'attend':
      return [
        [{ kind: 'session.attend@1', entity, data: { memberId: member(act.member), status: act.status } }],
      ]
    case 'open-session':
      return session.status === 'planned'
        ? [
            [
              {
                kind: 'session.open@1',
                entity,
                data: { at: hour(act.minute), chairId: 'm1', secretaryId: 'm1' },
              },
            ],
          ]
        : []
    case 'take-point':
      return [
        [
          {
            kind: 'session.point@1',
            entity,
            data: { itemId: item(act.dossier), at: `${hour(act.minute)}:00` },
          },
        ],
      ]
    case 'move': {
      const kind = act.arrives ? 'arrives' : 'leaves'
      const data = { memberId: member(act.member), kind, at: hour(act.minute), itemId: null } as const
      return [[{ kind: 'session.move@1', entity, data }]]
    }
    case 'reveal':
      return [
        [{ kind: 'session.reveal@1', entity, data: { itemId: item(act.dossier), at: hour(act.minute) } }],
      ]
    case 'decide': {
      const n = (act.dossier % cast.dossierCount) + 1
      const outcome = decidedOutcome(act, candidatureId(n), session, cast, view)
      return [[{ kind: 'session.decide@1', entity, data: { itemId: itemId(n), outcome } }]]
    }
    case 'explain-checks':
      return [
        Object.keys(closingCodes)
          .filter(isExplainable)
          .map((check): NewOperation => {
            const data = { check, text: 'expliqué en séance' }
            return { kind: 'session.explain@1', entity, data }
          }),
        ...session.agenda
          .filter(({ debate }) => debate === '')
          .map(({ id }): readonly NewOperation[] => {
            const data = { itemId: id, text: 'Chacun s’est exprimé.' }
            return [{ kind: 'session.write-debate@1', entity, data }]
          }),
      ]
    case 'rectify': {
      const data = {
        number: 'PV-1-R1',
        date: '2026-03-20',
        reason: 'erreur de plume',
        itemId: item(act.dossier),
        corrected: null,
        text: 'lire autrement',
        factsDigest: 'b'.repeat(64),
      }
      return session.status === 'closed' ? [[{ kind: 'session.rectify@1', entity, data }]] : []
    }
    case 'minutes':
      return [
        [{ kind: 'session.minutes@1', entity, data: { ...session.minutes, submittedOn: '2026-03-19' } }],
      ]
    default:
      return []
  }
}
