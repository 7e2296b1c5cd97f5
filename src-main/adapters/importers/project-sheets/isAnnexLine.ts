import type { SourceLine } from './sourceLines.ts'

/**
 * Does this line name a piece? Only such lines are kept after « 5.ANNEXES »: the next page of the wiki may be a person's
 * entry, and nothing of it may flow into a dossier ([DO66]).
 */
export const isAnnexLine = (line: SourceLine): boolean =>
  line.text.length <= 200 && (fileName.test(line.text) || pieceName.test(line.key))

const fileName = /\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|png|jpe?g|gif|tiff?|zip|7z|txt|html?)\b/i

const pieceName =
  /^(?:\d+ )?(?:annexes?|conventions?|devis|deliberations?|attestations?|rib|releve d identite|plans? de financement|budget|arretes?|factures?|lettres? d|courriers? d|cahier des charges|cctp|ccap|compte rendu|comptes rendus|rapports?|bilan|notes? d|notification|acte d|justificatifs?|calendrier|pieces?|documents?|presentation|maquettes?|photos?|captures?|tableau|bons? de commande|proces verba|contrats?|marches?|avenants?|dossier technique|schemas?|etat recapitulatif)(?: |$)/
