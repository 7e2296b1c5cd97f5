import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { paragraph } from '#shared/domain/documents/blocks.ts'

/** What a letter of award owes besides the name of the applicant [TM5]. */
export const lawfulLines: readonly string[] = [
  'Décision n° {acte.numero} du {acte.date} : {aide.montant}',
  '{signataire.nom}, {signataire.qualite}',
  'Suivi par {agent.nom}, {agent.qualite}',
  '{#recours}',
  '{texte}',
  '{/recours}',
]

/** A Word file that holds these paragraphs, as a secretary types them. */
export const wordOf = (...lines: readonly string[]): Promise<Uint8Array> =>
  renderDocx({
    kind: 'letter-award',
    title: 'Modèle',
    language: 'fr-FR',
    number: 'M',
    factsDigest: '0'.repeat(64),
    frozenAt: '2026-01-01T08:00',
    author: 'Mairie',
    template: 'm-1',
    runningHead: '',
    orientation: 'portrait',
    blocks: lines.map((line) => paragraph(line)),
  })
