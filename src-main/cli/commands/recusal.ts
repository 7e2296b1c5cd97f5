import type { Command } from 'commander'
import { type Answer, said } from '../answer.ts'
import type { CommandRunner, OpenFile, SharedOptions } from '../commandRunner.ts'
import { findCall } from '../find/findCall.ts'
import { findCandidature } from '../find/findCandidature.ts'
import { findMember, memberLabel } from '../find/findMember.ts'
import type { RegisterCommand } from '../program.ts'
import { choiceOf } from '../read/readChoice.ts'
import { wholeNumberOf } from '../read/readOptionValues.ts'
import { assessmentWords, countingWords } from '../read/words.ts'

interface RecusalOptions extends SharedOptions {
  readonly call?: string
  readonly candidature: number
  readonly member: string
  readonly reason?: string
  readonly basis?: string
  readonly status?: keyof typeof assessmentWords
  readonly counting?: keyof typeof countingWords
}

/** `recusal FILE declare|assess|lift`: a member stands aside from one candidature. */
export const recusalCommand: RegisterCommand = (program, runner) => {
  const example =
    'delibere recusal comite.delibere declare --candidature 12 --member "Anne Moal" --reason "adjointe de la commune"'
  const group = runner.gather(program.command('recusal').description('les déports'), example)
  withTarget(
    runner,
    group.command('declare').description('déclare un déport : le membre ne lit, ne note ni ne vote'),
    example,
  )
    .option('--reason <motif>', 'motif court, jamais publié', '')
    .option('--basis <référence>', 'fondement juridique', '')
    .action((file: string, options: RecusalOptions) =>
      runner.inFile(file, options, (open) =>
        onTarget(open, options, async (target): Promise<Answer> => {
          const declared = await open.dispatcher.call('recusal.declare', {
            ...target.ids,
            reason: options.reason ?? '',
            legalBasis: options.basis ?? '',
          })
          return declared.ok
            ? said(null, `${target.name} se déporte de la candidature n° ${options.candidature}.`)
            : declared
        }),
      ),
    )
  withTarget(
    runner,
    group.command('assess').description('note ce que la présidence retient d’un déport déclaré'),
    'delibere recusal comite.delibere assess --candidature 12 --member "Anne Moal" --status retenu --reason "siège au conseil"',
  )
    .requiredOption('--status <appréciation>', 'retenu ou écarté', choiceOf(assessmentWords))
    .requiredOption('--reason <motif>', 'la raison de la présidence, jamais publiée')
    .option('--basis <référence>', 'fondement juridique', '')
    .option(
      '--counting <façon>',
      'au quorum : numérateur, ou numérateur et dénominateur ; par défaut la règle du comité',
      choiceOf(countingWords),
    )
    .action((file: string, options: RecusalOptions) =>
      runner.inFile(file, options, (open) =>
        onTarget(open, options, async (target): Promise<Answer> => {
          const committee = await open.dispatcher.call('committee.get', {})
          if (!committee.ok) return committee
          const status = options.status ?? 'confirmed'
          const assessed = await open.dispatcher.call('recusal.assess', {
            ...target.ids,
            status,
            reason: options.reason ?? '',
            legalBasis: options.basis ?? '',
            counting: options.counting ?? committee.value.recusalCounting,
          })
          return assessed.ok
            ? said(
                null,
                `Le déport de ${target.name} sur la candidature n° ${options.candidature} est ${assessmentWords[status][0]}.`,
              )
            : assessed
        }),
      ),
    )
  withTarget(
    runner,
    group.command('lift').description('lève un déport, avec une raison'),
    'delibere recusal comite.delibere lift --candidature 12 --member "Anne Moal" --reason "lien rompu en 2024"',
  )
    .requiredOption('--reason <motif>', 'pourquoi la présidence lève le déport')
    .action((file: string, options: RecusalOptions) =>
      runner.inFile(file, options, (open) =>
        onTarget(open, options, async (target): Promise<Answer> => {
          const lifted = await open.dispatcher.call('recusal.lift', {
            ...target.ids,
            reason: options.reason ?? '',
          })
          return lifted.ok
            ? said(null, `Le déport de ${target.name} sur la candidature n° ${options.candidature} est levé.`)
            : lifted
        }),
      ),
    )
}

const withTarget = (runner: CommandRunner, command: Command, example: string): Command =>
  runner
    .prepare(command, example)
    .argument('<fichier>', 'le fichier du comité')
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')
    .requiredOption('--candidature <numéro>', 'numéro de la candidature', wholeNumberOf)
    .requiredOption('--member <nom>', 'le membre')

async function onTarget(
  { dispatcher }: OpenFile,
  options: RecusalOptions,
  work: (target: { ids: { candidatureId: string; memberId: string }; name: string }) => Promise<Answer>,
): Promise<Answer> {
  const call = await findCall(dispatcher, options.call)
  if (!call.ok) return call
  const candidature = await findCandidature(dispatcher, call.value.id, options.candidature)
  if (!candidature.ok) return candidature
  const member = await findMember(dispatcher, options.member)
  if (!member.ok) return member
  return work({
    ids: { candidatureId: candidature.value.id, memberId: member.value.id },
    name: memberLabel(member.value),
  })
}
