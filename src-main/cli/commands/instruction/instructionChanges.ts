import type { InputOf } from '#shared/contract/contract.ts'
import type { Instruction, PieceRequest } from '#shared/domain/instruction/instruction.ts'
import { type Refused, refused } from '../../answer.ts'
import type { awardNatureWords, civilityWords, placeWords, proposalWords } from '../../read/words.ts'
import type { InstructionOptions } from './instructionAction.ts'

export interface SetOptions extends InstructionOptions {
  readonly received?: string
  readonly askPiece?: readonly string[]
  readonly askedOn?: string
  readonly deadline?: string
  readonly piecesReceived?: string
  readonly strengths?: string
  readonly weaknesses?: string
  readonly analysis?: string
  readonly opinion?: keyof typeof proposalWords
  readonly amount?: number
  readonly inadmissibleLaw?: string
  readonly inadmissibleFact?: string
  readonly civility?: keyof typeof civilityWords
  readonly name?: string
  readonly capacity?: string
  readonly address?: readonly string[]
  readonly email?: string
  readonly place?: keyof typeof placeWords
  readonly naturalPerson?: true
  readonly nature?: keyof typeof awardNatureWords
  readonly payment?: string
  readonly toReturn?: readonly string[]
  readonly obligation?: readonly string[]
  readonly lapsesOn?: string
  readonly budgetLine?: string
  readonly reductionLaw?: string
  readonly reductionFact?: string
  readonly authorisation?: string
  readonly iban?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly notifiedOn?: string
}

type Changes = InputOf<'instruction.change'>['set']
type Read<T> = { readonly ok: true; readonly value: T } | Refused

/** What the options change of an instruction; a refusal when they change nothing, or cannot be understood together. */
export function instructionChanges(before: Instruction, options: SetOptions, today: string): Read<Changes> {
  const requests = pieceRequests(before.pieceRequests, options, today)
  if (!requests.ok) return requests
  const proposal = proposalOf(before.proposal, options)
  if (!proposal.ok) return proposal
  const { inadmissibleLaw, inadmissibleFact } = options
  const changes: Changes = {
    ...given('receivedOn', options.received),
    ...given('pieceRequests', requests.value),
    ...given('strengths', options.strengths),
    ...given('weaknesses', options.weaknesses),
    ...given('analysis', options.analysis),
    ...given('proposal', proposal.value),
    ...given(
      'inadmissibility',
      inadmissibleLaw === undefined && inadmissibleFact === undefined
        ? undefined
        : {
            legal: inadmissibleLaw ?? before.inadmissibility?.legal ?? '',
            factual: inadmissibleFact ?? before.inadmissibility?.factual ?? '',
          },
    ),
    ...given('correspondent', correspondentOf(before.correspondent, options)),
    ...given('award', awardOf(before.award, options)),
    ...given('agreement', agreementOf(before.agreement, options)),
    ...given('notifiedOn', options.notifiedOn),
  }
  return Object.keys(changes).length === 0
    ? refused('input.invalid', 'Rien n’a été modifié : donnez au moins une option. Voyez --help.')
    : { ok: true, value: changes }
}

const given = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V })

/** The pieces asked for are one request more; those that arrived end the last one that waits. */
function pieceRequests(
  before: readonly PieceRequest[],
  { askPiece, askedOn, deadline, piecesReceived }: SetOptions,
  today: string,
): Read<Changes['pieceRequests']> {
  if (askPiece === undefined && (askedOn !== undefined || deadline !== undefined))
    return refused(
      'input.invalid',
      'Rien n’a été modifié : dites avec --ask-piece quelles pièces sont demandées.',
    )
  if (askPiece !== undefined && deadline === undefined)
    return refused(
      'input.invalid',
      'Rien n’a été modifié : une demande de pièces donne un délai, avec --deadline.',
    )
  if (askPiece === undefined && piecesReceived === undefined) return { ok: true, value: undefined }
  const waiting = before.findLastIndex(({ receivedOn }) => receivedOn === null)
  if (piecesReceived !== undefined && waiting === -1)
    return refused('input.invalid', 'Rien n’a été modifié : aucune pièce n’est attendue.')
  const kept = before.map((request, index) => ({
    ...request,
    pieces: [...request.pieces],
    receivedOn: index === waiting ? (piecesReceived ?? null) : request.receivedOn,
  }))
  const asked =
    askPiece === undefined || deadline === undefined
      ? []
      : [{ askedOn: askedOn ?? today, deadline, pieces: [...askPiece], receivedOn: null }]
  return { ok: true, value: [...kept, ...asked] }
}

function proposalOf(
  before: Instruction['proposal'],
  { opinion, amount }: SetOptions,
): Read<Changes['proposal'] | undefined> {
  if (opinion === undefined && amount === undefined) return { ok: true, value: undefined }
  const said = opinion ?? before?.opinion
  return said === undefined
    ? refused('input.invalid', 'Rien n’a été modifié : un montant proposé demande un avis, avec --opinion.')
    : { ok: true, value: { opinion: said, amountCents: amount ?? before?.amountCents ?? null } }
}

function correspondentOf(
  before: Instruction['correspondent'],
  { civility, name, capacity, address, email, place, naturalPerson }: SetOptions,
): Changes['correspondent'] | undefined {
  const own = {
    ...given('civility', civility),
    ...given('name', name),
    ...given('capacity', capacity),
    ...given('address', address?.join('\n')),
    ...given('email', email),
    ...given('place', place),
    ...given('isNaturalPerson', naturalPerson),
  }
  return Object.keys(own).length === 0 ? undefined : { ...before, ...own }
}

function awardOf(
  before: Instruction['award'],
  { nature, payment, toReturn, obligation, lapsesOn, budgetLine, reductionLaw, reductionFact }: SetOptions,
): Changes['award'] | undefined {
  const own = {
    ...given('nature', nature),
    ...given('payment', payment),
    ...given('lapsesOn', lapsesOn),
    ...given('budgetLine', budgetLine),
    ...given('reduction', reductionOf(before.reduction, reductionLaw, reductionFact)),
  }
  if (Object.keys(own).length === 0 && toReturn === undefined && obligation === undefined) return undefined
  return {
    ...before,
    ...own,
    piecesToReturn: [...(toReturn ?? before.piecesToReturn)],
    obligations: [...(obligation ?? before.obligations)],
  }
}

const reductionOf = (
  before: Instruction['award']['reduction'],
  legal: string | undefined,
  factual: string | undefined,
) =>
  legal === undefined && factual === undefined
    ? undefined
    : { legal: legal ?? before.legal, factual: factual ?? before.factual }

function agreementOf(
  before: Instruction['agreement'],
  { authorisation, iban, startsOn, endsOn }: SetOptions,
): Changes['agreement'] | undefined {
  const own = {
    ...given('authorisation', authorisation),
    ...given('iban', iban),
    ...given('startsOn', startsOn),
    ...given('endsOn', endsOn),
  }
  if (Object.keys(own).length === 0) return undefined
  return { ...before, ...own, clauses: before.clauses === null ? null : [...before.clauses] }
}
