import { frenchAmount, frenchDate } from '#shared/domain/documents/typography.ts'
import type { InstructionView } from '#shared/domain/instruction/instructionView.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { awardNatureWords, proposalWords } from '../../read/words.ts'
import { type InstructionOptions, instructionAction, onCandidature } from './instructionAction.ts'

export const showAction: RegisterCommand = (group, runner) => {
  instructionAction(
    runner,
    group.command('show').description('montre l’instruction d’une candidature et ce que la loi en fait'),
    'delibere instruction comite.delibere show --candidature 12',
  ).action((file: string, options: InstructionOptions) =>
    onCandidature(
      runner,
      file,
      options,
      async ({ dispatcher }, { id, number, applicant }): Promise<Answer> => {
        const view = await dispatcher.call('instruction.get', { candidatureId: id })
        if (!view.ok) return view
        return said(view.value, `n° ${number}, ${applicant}\n${instructionText(view.value)}`)
      },
    ),
  )
}

export function instructionText({
  instruction,
  implicitRejection,
  agreement,
  reminders,
}: InstructionView): string {
  const { correspondent, award, proposal, inadmissibility, pieceRequests } = instruction
  const lines: readonly (readonly [string, string])[] = [
    ['Reçue le', dateOf(instruction.receivedOn)],
    ...pieceRequests.map(
      ({ askedOn, deadline, pieces, receivedOn }) =>
        [
          'Pièces demandées',
          `le ${frenchDate(askedOn)} pour le ${frenchDate(deadline)} : ${pieces.join(', ')} (${receivedOn === null ? 'attendues' : `reçues le ${frenchDate(receivedOn)}`})`,
        ] as const,
    ),
    ['Correspondant', joined([correspondent.civility, correspondent.name, correspondent.capacity])],
    ['Adresse', joined(correspondent.address.split('\n'))],
    ['Courriel', correspondent.email],
    ['Points forts', instruction.strengths],
    ['Points faibles', instruction.weaknesses],
    ['Analyse', instruction.analysis],
    [
      'Proposition du service',
      proposal === null
        ? ''
        : joined([
            proposalWords[proposal.opinion][0],
            proposal.amountCents === null ? '' : frenchAmount(proposal.amountCents),
          ]),
    ],
    ['Irrecevable', inadmissibility === null ? '' : joined([inadmissibility.legal, inadmissibility.factual])],
    ['Nature', award.nature === null ? '' : awardNatureWords[award.nature][0]],
    ['Versement', award.payment],
    ['Pièces à rendre', award.piecesToReturn.join(' ; ')],
    ['Obligations', award.obligations.join(' ; ')],
    ['Caduque après le', dateOf(award.lapsesOn)],
    ['Montant réduit', joined([award.reduction.legal, award.reduction.factual])],
    ['Imputation', award.budgetLine],
    ['Notifiée le', dateOf(instruction.notifiedOn)],
    ['Silence', implicitRejection?.sentence ?? ''],
    ['Convention', agreement.sentence],
    ...reminders.map((reminder) => ['Rappel', reminder] as const),
  ]
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} : ${value}`)
    .join('\n')
}

const dateOf = (isoDate: string | null): string => (isoDate === null ? '' : frenchDate(isoDate))

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')
