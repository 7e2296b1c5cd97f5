import type { DocumentKind } from '#shared/domain/documents/model.ts'
import type { TemplateTarget } from './templateTarget.ts'

/** What a document owes to its reader, and the fields that say it. */
export interface MandatoryField {
  /** One of them is enough; the first is the one that is advised. A list as `#recours`. */
  readonly anyOf: readonly string[]
  /** French, with its article: « les voies de recours ». */
  readonly what: string
  /** The text that asks for it, as it stands between brackets; empty: nothing but good sense does. */
  readonly source: string
}

/**
 * [TM5] What a template of this kind must print, by `{@corps}` or by fields: what the law asks of the document, and that a
 * letterhead holds a document. Sources: french-rules §1.
 */
export const mandatoryFields = (target: TemplateTarget): readonly MandatoryField[] =>
  target === 'letterhead' ? [wholeDocument] : owed[target]

const field = (names: string | readonly string[], what: string, source = ''): MandatoryField => ({
  anyOf: typeof names === 'string' ? [names] : names,
  what,
  source,
})

/** Nothing but the program's own text says it. */
const wholeDocument = field('@corps', 'le document lui-même')

/** CRPA L212-1: first name, name and capacity of who signs. */
const signatory: readonly MandatoryField[] = [
  field('signataire.nom', 'le nom du signataire', 'CRPA L212-1'),
  field('signataire.qualite', 'la qualité du signataire', 'CRPA L212-1'),
]

const letter: readonly MandatoryField[] = [
  field(
    ['demandeur.nom', 'demandeur.a_nom', 'demandeur.correspondant'],
    'le nom de la personne à qui l’on écrit',
  ),
  ...signatory,
  field('agent.nom', 'le nom de la personne qui suit le dossier', 'CRPA L111-2'),
  field('agent.qualite', 'la qualité de la personne qui suit le dossier', 'CRPA L111-2'),
]

const act: readonly MandatoryField[] = [
  field('acte.numero', 'le numéro de l’acte qui décide'),
  field('acte.date', 'la date de l’acte qui décide'),
]

const amount = field(['aide.montant', 'aide.montant_lettres'], 'le montant attribué')

const motives: readonly MandatoryField[] = [
  field('motif.droit', 'le motif de droit', 'CRPA L211-5'),
  field('motif.fait', 'le motif de fait', 'CRPA L211-5'),
]

const appeals = (list: string, source = 'CJA R421-5'): MandatoryField =>
  field(`#${list}`, 'les voies de recours', source)

const meeting: readonly MandatoryField[] = [
  field(['seance.date', 'seance.jour'], 'la date de la séance'),
  field('seance.presidence', 'le nom de la personne qui préside'),
]

const letters = {
  'letter-acknowledgement': [
    ...letter,
    field('demande.recue_le', 'la date de réception de la demande', 'CRPA R112-5'),
    field('demande.rejet_implicite', 'la date à laquelle le silence vaut rejet', 'CRPA R112-5'),
    appeals('recours_silence', 'CRPA R112-5'),
  ],
  'letter-incomplete': [
    ...letter,
    field('#pieces', 'les pièces manquantes', 'CRPA L114-5'),
    field('pieces.limite', 'la date limite de réception des pièces', 'CRPA L114-5'),
  ],
  'letter-award': [...letter, ...act, amount, appeals('recours')],
  'letter-partial-award': [...letter, ...act, amount, ...motives, appeals('recours')],
  'letter-waiting-list': [
    ...letter,
    field('liste.rang', 'le rang sur la liste complémentaire'),
    field('liste.fin', 'la date de fin de la liste complémentaire'),
    appeals('recours_liste'),
  ],
  'letter-refusal': [...letter, ...act, ...motives, appeals('recours')],
  // Found by the service before any session, the letter is itself the decision: it has no act to name.
  'letter-inadmissible': [...letter, ...motives, appeals('recours')],
} as const satisfies Partial<Record<DocumentKind, readonly MandatoryField[]>>

const owed: Readonly<Record<DocumentKind, readonly MandatoryField[]>> = {
  ...letters,
  'award-order': [
    ...act,
    ...signatory,
    field('#visas', 'les textes visés'),
    field('demandeur.nom', 'le nom du bénéficiaire'),
    field('projet.intitule', 'la désignation du projet', 'décret n° 2018-514, art. 8'),
    { ...amount, source: 'décret n° 2018-514, art. 8' },
    field('calendrier.fin', 'le calendrier de l’opération', 'décret n° 2018-514, art. 8'),
    field(
      ['aide.versement', 'aide.versement_phrase'],
      'les modalités de versement',
      'décret n° 2018-514, art. 8',
    ),
    appeals('recours'),
  ],
  agreement: [
    field('signataire.nom', 'le nom du signataire', 'CRPA L212-1'),
    field(
      ['signataire.qualite', 'signataire.autorite', 'signataire.qualite_minuscule'],
      'la qualité du signataire',
      'CRPA L212-1',
    ),
    field('demandeur.nom', 'le nom du bénéficiaire'),
    field(
      ['demandeur.signataire', 'demandeur.representant'],
      'le nom de la personne qui signe pour le bénéficiaire',
    ),
    field('projet.intitule', 'l’objet de la subvention', 'loi n° 2000-321, art. 10'),
    { ...amount, source: 'loi n° 2000-321, art. 10' },
    field(
      ['aide.versement', 'aide.versement_phrase'],
      'les modalités de versement',
      'loi n° 2000-321, art. 10',
    ),
    field('convention.fin', 'la fin de la convention'),
  ],
  resolution: [
    ...signatory,
    field('acte.numero', 'le numéro de la délibération'),
    field(['acte.jour', 'acte.date', 'seance.jour', 'seance.date'], 'la date de la délibération'),
    field(['#presents', 'presents.noms'], 'les membres présents'),
    field('#deports', 'les déports', 'CGCT L2131-11'),
    field(['vote.commun', '#votes'], 'le résultat du vote'),
    field('#attributions', 'les aides attribuées'),
    field('#refus', 'les demandes non retenues et leurs motifs', 'CRPA L211-5'),
    field(['recours.aupres', 'recours.autorite'], 'à qui adresser un recours gracieux', 'CJA R421-5'),
    field('tribunal.nom', 'le tribunal compétent', 'CJA R421-5'),
  ],
  'closing-leaf': [
    ...meeting,
    field('seance.secretariat', 'le nom de la personne secrétaire de séance'),
    field('#actes', 'les actes de la séance, par leur numéro', 'CGCT R2121-9'),
    field(['#presents', 'presents.noms'], 'les membres présents', 'CGCT R2121-9'),
  ],
  'examined-list': [
    field(['seance.date', 'seance.jour'], 'la date de la séance'),
    field('#actes', 'les points examinés', 'CGCT L2121-25'),
  ],
  minutes: [
    ...meeting,
    field('seance.secretariat', 'le nom de la personne secrétaire de séance', 'CGCT L2121-15'),
    field('seance.ouverture', 'l’heure de la séance', 'CGCT L2121-15'),
    field(['#presents', 'presents.noms'], 'les membres présents', 'CGCT L2121-15'),
    field(['quorum.phrase', 'quorum.requis'], 'le quorum', 'CGCT L2121-15'),
    field('#ordre', 'l’ordre du jour', 'CGCT L2121-15'),
    field('#points', 'les points examinés et leurs votes', 'CGCT L2121-15'),
    field('seance.discussion', 'la teneur des discussions', 'CGCT L2121-15'),
  ],
  'decision-record': [...meeting, field('#points', 'les points examinés')],
  ranking: [field('#points', 'les candidatures classées')],
  // No field says what these do.
  rectification: [wholeDocument],
  report: [wholeDocument],
  convocation: [wholeDocument],
  'attendance-sheet': [wholeDocument],
  'mark-sheets': [wholeDocument],
  expenses: [wholeDocument],
  'attendance-certificates': [wholeDocument],
  'disclosure-log': [wholeDocument],
}
