import { decides } from '../../committee/committee.ts'
import type { ItemFacts, SessionFacts } from '../../session/sessionFacts.ts'
import { opinionWords } from '../opinionWords.ts'
import type { FieldRecord } from '../templates/fieldRecord.ts'
import { typographic } from '../typography.ts'
import { publicApplicant } from './publicApplicant.ts'

/**
 * [CL1] The acts of a session (deliberations, or opinions) in the order they were taken, with their number within the
 * session (CGCT R2121-9): points that were decided or voted. No motive, no debate, nobody's name but that of a legal
 * person [OR1].
 */
export const sessionActs = (facts: SessionFacts): readonly FieldRecord[] =>
  facts.items.filter(isAct).map((item, index) => ({
    numero: String(index + 1),
    objet: typographic(objectOf(item)),
    sens: senseOf(facts, item),
  }))

/** Points that were taken up without an act: information, hearings. */
export const sessionOthers = (facts: SessionFacts): readonly FieldRecord[] =>
  facts.items.filter((item) => !isAct(item)).map((item) => ({ objet: typographic(objectOf(item)) }))

const isAct = ({ kind, outcome }: ItemFacts): boolean =>
  outcome !== null && (kind === 'candidature' || kind === 'milestone' || outcome.vote !== null)

/** A guest is a natural person: the object of a hearing is its dossier. */
function objectOf({ kind, title, candidature }: ItemFacts): string {
  if (candidature === null) return kind === 'hearing' ? 'Audition' : title
  const applicant = publicApplicant(candidature)
  const dossier = `dossier n° ${candidature.number}${applicant === '' ? '' : `, ${applicant}`}, « ${candidature.project} »`
  return (
    { candidature: 'Demande de subvention, ', milestone: 'Point d’étape, ', hearing: 'Audition, ', free: '' }[
      kind
    ] + dossier
  )
}

function senseOf(facts: SessionFacts, { kind, outcome }: ItemFacts): string {
  if (outcome === null) return ''
  const words = opinionWords(facts)
  if (kind === 'milestone') return words.milestoneShort[outcome.opinion]
  if (kind === 'candidature')
    return outcome.waitingList ? 'Liste complémentaire' : words.short[outcome.opinion]
  if (outcome.opinion === 'deferred') return 'Ajourné'
  const isCarried = outcome.opinion === 'favourable' || outcome.opinion === 'reserved'
  if (decides(facts.instance.type)) return isCarried ? 'Approuvé' : 'Rejeté'
  return isCarried ? 'Favorable' : 'Défavorable'
}
