import { decides } from '../../committee/committee.ts'
import type { IssuerKind } from '../../issuer/issuer.ts'
import { instancePhrase } from '../instancePhrase.ts'
import { type LegalReferenceId, legalReferenceAt } from '../legalReferences.ts'
import { frenchDate } from '../typography.ts'
import type { FollowUpFacts } from './followUpFacts.ts'

/**
 * [RE4] What a resolution stands on (visas), after « Vu », in order: competence, award of grants, law of 2000, rules of the
 * call, and the opinion when another instance gave one. `date`: that of the act, ISO, which chooses the article.
 */
export function resolutionCitations(
  { issuer, session, rectifications }: FollowUpFacts,
  date: string,
): readonly string[] {
  const { call, instance } = session
  const opinion = decides(instance.type)
    ? []
    : [
        `l’avis rendu le ${frenchDate(session.date)} par ${instancePhrase(instance.name).subject} (procès-verbal ${session.number})`,
      ]
  return [
    ...citationsAt([...authorityTexts[issuer.kind], 'grant-law'], date),
    `le règlement d’attribution de l’appel « ${call.name} »${call.scheme.trim() === '' ? '' : `, dispositif « ${call.scheme.trim()} »`}, exercice ${call.fiscalYear}`,
    ...opinion,
    ...rectifications
      .filter(({ item, after }) => item !== null && after !== null)
      .map(({ number, date: on }) => `l’acte rectificatif ${number} du ${frenchDate(on)}`),
  ]
}

/** « l’article L1612-25 du code … », those in force at this date only. */
export const citationsAt = (ids: readonly LegalReferenceId[], date: string): readonly string[] =>
  ids.flatMap((id) => {
    const reference = legalReferenceAt(id, date)
    return reference === null ? [] : [withArticle(reference.label)]
  })

/** « l’article … », « les articles … », « le décret … », « la loi … ». */
export function withArticle(label: string): string {
  const noun = label.split(' ')[0] ?? ''
  if (noun === 'article') return `l’${label}`
  if (noun.endsWith('s')) return `les ${label}`
  return `${noun === 'loi' ? 'la' : 'le'} ${label}`
}

/** The same rules reach a public establishment through other articles, which its own statutes name. */
export const authorityTexts: Record<IssuerKind, readonly LegalReferenceId[]> = {
  commune: ['affairs-of-commune', 'grant-by-resolution'],
  epci: ['affairs-of-epci', 'grant-by-resolution'],
  departement: ['affairs-of-department', 'grant-by-department'],
  region: ['affairs-of-region', 'grant-by-region'],
  prefecture: [],
  'public-establishment': ['grant-by-resolution'],
  other: ['grant-by-resolution'],
}
