import type { AuditedOperation } from '../checkCommit.ts'
import { type Meeting, pairOf } from './meeting.ts'

/**
 * [SY1] The scope that an operation belongs to, which says who reads it; null when the auditor does not know enough (a document
 * names its candidature once, a candidature may be older than the log).
 */
export function expectedScope({ k, e, d }: AuditedOperation, meeting: Meeting): string | null {
  const slash = e.indexOf('/')
  const id = e.slice(slash + 1)
  const dossierOf = (candidature: string) => meeting.dossierOf.get(candidature) ?? null
  switch (e.slice(0, slash)) {
    case 'committee':
    case 'member':
    case 'grid':
    case 'call':
    case 'issuer':
      return 'shared'
    case 'import':
    case 'scenario':
    case 'template':
      return 'office'
    case 'user':
    case 'device':
    case 'mandate':
    case 'lease':
    case 'erasure':
      return 'control'
    case 'dossier':
      return e
    case 'candidature': {
      const dossier = dossierOf(id)
      return dossier === null ? null : `dossier/${dossier}`
    }
    case 'instruction': {
      const dossier = dossierOf(id)
      return dossier === null ? null : `office/dossier/${dossier}`
    }
    case 'sheet': {
      const { candidature, member } = pairOf(id)
      const dossier = dossierOf(candidature)
      return dossier === null ? null : `dossier/${dossier}/sheet/${candidature}/${member}`
    }
    case 'recusal':
      return `recusal/${pairOf(id).member}`
    case 'session': {
      const itemId = pointNamed(k, d)
      const ofRoom = k === 'session.keep-draft@1' || k === 'session.explain@1' ? '/room' : ''
      if (itemId === null) return `${e}${ofRoom}`
      const session = meeting.sessions.get(id)
      if (session === undefined || meeting.unsure.has(e)) return null
      const candidature = session.agenda.find((point) => point.id === itemId)?.candidatureId ?? null
      if (candidature === null) return `${e}${ofRoom}`
      const dossier = dossierOf(candidature)
      return dossier === null ? null : `${e}/dossier/${dossier}${ofRoom}`
    }
    default:
      return null
  }
}

/** Acts that say something of one point, whose readers are those of its dossier. */
function pointNamed(k: string, d: AuditedOperation['d']): string | null {
  const ofPoint = ['write-debate', 'keep-draft', 'decide', 'amend', 'reveal', 'rectify']
  if (ofPoint.some((act) => k === `session.${act}@1`)) return typeof d.itemId === 'string' ? d.itemId : null
  if (k !== 'session.correct-hour@1') return null
  const what = d.what as { readonly kind?: unknown; readonly itemId?: unknown } | null
  return what?.kind === 'decision' && typeof what.itemId === 'string' ? what.itemId : null
}
