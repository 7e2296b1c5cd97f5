import type { Making } from '../draft.ts'
import type { Block, DocumentModel, DossierKind } from '../model.ts'
import { typographic } from '../typography.ts'
import type { DossierFacts } from './dossierFacts.ts'

/**
 * [LE2] Identity and furniture of any document of one candidature. Its number says what it is, the year and the
 * candidature: « Lettre 2026-0012 · attribution »; a document that is itself an act gives its own.
 */
export function dossierDocument(
  facts: DossierFacts,
  { digest, madeAt }: Making,
  own: {
    readonly kind: DossierKind
    /** « Notification d’attribution ». */
    readonly name: string
    /** Id of the template, printed in the foot: « attribution-1 ». */
    readonly template: string
    readonly blocks: readonly Block[]
    /** Absent: the number that the rule gives. */
    readonly number?: string
  },
): DocumentModel {
  const { issuer, candidature } = facts
  return {
    kind: own.kind,
    title: typographic(`${own.name}, ${candidature.applicant}, ${candidature.project}`),
    language: 'fr-FR',
    number: typographic(own.number ?? numberOf(own.kind, facts)),
    factsDigest: digest,
    frozenAt: madeAt,
    author: typographic(issuer.name),
    template: own.template,
    runningHead: typographic(
      `${issuer.name} · ${own.name.charAt(0).toLowerCase()}${own.name.slice(1)} · dossier n° ${candidature.number}`,
    ),
    orientation: 'portrait',
    blocks: own.blocks,
  }
}

/** « 2026-0012 »: the year of the call and the number of the candidature. */
export const dossierReference = ({ call, candidature }: DossierFacts): string =>
  `${call.fiscalYear}-${String(candidature.number).padStart(4, '0')}`

function numberOf(kind: DossierKind, facts: DossierFacts): string {
  const [noun, sense] = nouns[kind]
  return `${noun} ${dossierReference(facts)}${sense === '' ? '' : ` · ${sense}`}`
}

const nouns: Record<DossierKind, readonly [noun: string, sense: string]> = {
  'letter-acknowledgement': ['Lettre', 'accusé de réception'],
  'letter-incomplete': ['Lettre', 'pièces à compléter'],
  'letter-award': ['Lettre', 'attribution'],
  'letter-partial-award': ['Lettre', 'attribution partielle'],
  'letter-waiting-list': ['Lettre', 'liste complémentaire'],
  'letter-refusal': ['Lettre', 'refus'],
  'letter-inadmissible': ['Lettre', 'irrecevabilité'],
  report: ['Rapport', ''],
  'award-order': ['Arrêté', ''],
  agreement: ['Convention', ''],
}
