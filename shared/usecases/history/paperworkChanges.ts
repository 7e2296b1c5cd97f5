import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { frenchDate } from '#shared/domain/documents/typography.ts'
import type { HistoryLine } from '#shared/domain/history/historyLine.ts'
import type { Instruction, PieceRequest } from '#shared/domain/instruction/instruction.ts'
import type { Issuer, IssuerKind } from '#shared/domain/issuer/issuer.ts'
import type { AggregateStates } from '#shared/operations/operation.ts'
import { valueInWords } from './valueInWords.ts'

type Changes = HistoryLine['changes']
type Words = Readonly<Record<string, string>>

/** Aggregates whose fields hold fields: told leaf by leaf. */
export type PaperworkKind = 'issuer' | 'instruction' | 'template' | 'document'

/** [UC26] What an act changed in the letterhead, an instruction, a Word template or a document that left, in words. */
export function paperworkChanges<K extends PaperworkKind>(
  kind: K,
  before: AggregateStates[K] | null,
  after: AggregateStates[K] | null,
): Changes {
  const tell = inWords[kind] as (state: AggregateStates[K]) => Words
  const from = before === null ? {} : tell(before)
  const to = after === null ? {} : tell(after)
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .map((field) => ({ field, before: said(from[field]), after: said(to[field]) }))
    .filter((change) => change.before !== change.after)
}

export const isPaperwork = (kind: string): kind is PaperworkKind => Object.hasOwn(inWords, kind)

const said = (text: string | undefined): string => (text === undefined || text.trim() === '' ? '—' : text)
const day = (isoDate: string | null): string => (isoDate === null ? '' : frenchDate(isoDate))
const joined = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join(', ')

const inWords: { readonly [K in PaperworkKind]: (state: AggregateStates[K]) => Words } = {
  issuer: ({ agent, signatory, court, ...issuer }) => ({
    Émetteur: issuer.name,
    'Nature de l’émetteur': issuerKindWords[issuer.kind],
    SIRET: issuer.siret,
    Adresse: issuer.address,
    Ville: issuer.town,
    Téléphone: issuer.phone,
    Courriel: issuer.email,
    Site: issuer.website,
    Service: issuer.service,
    'Agent chargé des dossiers': joined([
      agent.name,
      agent.capacity,
      agent.address,
      agent.phone,
      agent.email,
    ]),
    Signataire: joined([signatory.name, signatory.capacity]),
    'Recours gracieux auprès de': issuer.appealTo,
    'Tribunal administratif': joined([court.name, court.address]),
  }),
  instruction: (state) => ({
    'Reçue le': day(state.receivedOn),
    'Pièces demandées': state.pieceRequests.map(request).join(' ; '),
    'Points forts': state.strengths,
    'Points faibles': state.weaknesses,
    Analyse: state.analysis,
    Proposition: proposal(state),
    'Irrecevabilité, en droit': state.inadmissibility?.legal ?? '',
    'Irrecevabilité, en fait': state.inadmissibility?.factual ?? '',
    Correspondant: correspondent(state),
    'Adresse du correspondant': state.correspondent.address,
    'Nature de l’aide': state.award.nature === null ? '' : natures[state.award.nature],
    Versement: state.award.payment,
    'Pièces à retourner': state.award.piecesToReturn.join(' ; '),
    'Caducité le': day(state.award.lapsesOn),
    Obligations: state.award.obligations.join(' ; '),
    'Imputation budgétaire': state.award.budgetLine,
    'Réduction, en droit': state.award.reduction.legal,
    'Réduction, en fait': state.award.reduction.factual,
    'Clauses de la convention': state.agreement.clauses?.join(', ') ?? '',
    Habilitation: state.agreement.authorisation,
    // Told without its digits: a history is read by more eyes than a bank account.
    IBAN: state.agreement.iban === '' ? '' : `…${state.agreement.iban.slice(-4)}`,
    'Convention, début': day(state.agreement.startsOn),
    'Convention, fin': day(state.agreement.endsOn),
    'Notifiée le': day(state.notifiedOn),
  }),
  template: ({ document, name, versions, inUse }) => ({
    Modèle: name,
    Document: document === 'letterhead' ? 'Papier à en-tête' : documentNames[document],
    Versions: versions.map(({ version, fileName }) => `${version} (${fileName})`).join(', '),
    'Version utilisée': inUse === null ? 'celle du programme' : String(inUse),
  }),
  document: ({ document, number, format, madeAt, returned }) => ({
    Document: documentNames[document],
    Numéro: number,
    Format: { pdf: 'PDF', docx: 'Word', csv: 'CSV' }[format],
    'Établi le': madeAt === '' ? '' : frenchDate(madeAt.slice(0, 10)),
    Retours: returned
      .map(({ fileName, on, kind }) => `${fileName} (${returns[kind]}, ${frenchDate(on)})`)
      .join(', '),
  }),
}

const issuerKindWords: Readonly<Record<IssuerKind, string>> = {
  commune: 'commune',
  epci: 'intercommunalité',
  departement: 'département',
  region: 'région',
  prefecture: 'préfecture',
  'public-establishment': 'établissement public',
  other: 'autre',
} satisfies Record<Issuer['kind'], string>

const natures = { operating: 'fonctionnement', investment: 'investissement' } as const

const returns = {
  scan: 'document numérisé',
  'signed-pdf': 'PDF signé',
  'edited-word': 'Word modifié',
  other: 'autre fichier',
} as const

const opinions = { favourable: 'favorable', reserved: 'avec réserves', unfavourable: 'défavorable' } as const

const proposal = ({ proposal: proposed }: Instruction): string =>
  proposed === null
    ? ''
    : joined([
        opinions[proposed.opinion],
        proposed.amountCents === null ? '' : valueInWords('amountCents', proposed.amountCents),
      ])

const correspondent = ({ correspondent: to }: Instruction): string =>
  joined([
    [to.civility, to.name].join(' ').trim(),
    to.capacity,
    to.email,
    to.place === null ? '' : places[to.place],
    to.isNaturalPerson ? 'personne physique' : '',
  ])

const places = { metropole: 'métropole', overseas: 'outre-mer', abroad: 'étranger' } as const

const request = ({ askedOn, deadline, pieces, receivedOn }: PieceRequest): string =>
  `${pieces.join(', ')} (demandées le ${frenchDate(askedOn)} pour le ${frenchDate(deadline)}, ${receivedOn === null ? 'attendues' : `reçues le ${frenchDate(receivedOn)}`})`
