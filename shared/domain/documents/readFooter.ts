import type { DocumentIdentity } from './documentIdentity.ts'
import type { DocumentKind } from './model.ts'

/**
 * [VF3] What the visible foot of a page says the document is, or null. An office suite that makes a PDF of our Word file
 * drops the properties and keeps the foot. Believed only after the text was compared.
 */
export function readFooter(text: string): DocumentIdentity | null {
  const digest = /Empreinte\s+SHA-256\s+des\s+faits\s*:\s*([0-9a-f]{64})/u.exec(text)?.[1]
  const act =
    /(?:^|\n|\d\s*\/\s*\d+)\s*([^\n]{1,200}?)\s+·\s+établi\s+le\s+[^\n]{1,40}?\s+·\s+modèle\s+([a-z-]+?)-\d+/u.exec(
      text,
    )
  const kind = kinds[act?.[2] ?? '']
  const number = act?.[1]?.trim()
  return digest === undefined || number === undefined || number === '' || kind === undefined
    ? null
    : { kind, number, factsDigest: digest }
}

/** By the name of the template that the foot prints. */
const kinds: Readonly<Record<string, DocumentKind>> = {
  pv: 'minutes',
  classement: 'ranking',
  releve: 'decision-record',
  rectificatif: 'rectification',
  convocation: 'convocation',
  emargement: 'attendance-sheet',
  fiches: 'mark-sheets',
  frais: 'expenses',
  attestation: 'attendance-certificates',
  deliberation: 'resolution',
  feuillet: 'closing-leaf',
  'liste-examinee': 'examined-list',
  rapport: 'report',
  arrete: 'award-order',
  convention: 'agreement',
  occultations: 'disclosure-log',
  'accuse-reception': 'letter-acknowledgement',
  'pieces-a-completer': 'letter-incomplete',
  attribution: 'letter-award',
  'attribution-partielle': 'letter-partial-award',
  'liste-complementaire': 'letter-waiting-list',
  refus: 'letter-refusal',
  irrecevabilite: 'letter-inadmissible',
}
