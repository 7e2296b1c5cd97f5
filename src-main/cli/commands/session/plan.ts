import { counted, frenchDate } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import { findCall } from '../../find/findCall.ts'
import type { RegisterCommand } from '../../program.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { hourOf, isoDateOf } from '../../read/readOptionValues.ts'
import { sendingWords } from '../../read/words.ts'
import { agendaEntryOf } from './agendaEntryOf.ts'

interface PlanOptions extends SharedOptions {
  readonly call?: string
  readonly date: string
  readonly place?: string
  readonly convocation?: string
  readonly convokedBy?: string
  readonly startsAt?: string
  readonly sentBy?: keyof typeof sendingWords
  readonly proof?: string
  readonly second?: true
  readonly order: 'ranking' | 'number'
}

export const planAction: RegisterCommand = (group, runner) => {
  runner
    .prepare(
      group.command('plan').description('prévoit une séance ; l’ordre du jour suit le classement'),
      'delibere session comite.delibere plan --date 2026-03-12 --starts-at 14:00 --convocation 2026-03-01 --convoked-by "la présidente" --sent-by courriel --proof "accusé du 1er mars"',
    )
    .argument('<fichier>', 'le fichier du comité')
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')
    .requiredOption('--date <date>', 'date de la séance', isoDateOf)
    .option('--place <lieu>', 'lieu ; par défaut celui du comité')
    .option('--convocation <date>', 'date de la convocation', isoDateOf)
    .option('--convoked-by <qui>', 'qui a convoqué')
    .option('--starts-at <heure>', 'heure annoncée', hourOf)
    .option('--sent-by <moyen>', 'courrier, courriel, main propre ou plateforme', choiceOf(sendingWords))
    .option('--proof <preuve>', 'ce qui prouve l’envoi : numéro du recommandé, accusé de réception')
    .option('--second', 'seconde convocation, après une séance sans quorum')
    .addOption(
      group
        .createOption('--order <ordre>', 'ordre du jour : ranking (classement) ou number (numéro)')
        .choices(['ranking', 'number'])
        .default('ranking'),
    )
    .action((file: string, options: PlanOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const call = await findCall(dispatcher, options.call)
        if (!call.ok) return call
        const committee = await dispatcher.call('committee.get', {})
        if (!committee.ok) return committee
        const planned = await dispatcher.call('session.plan', {
          callId: call.value.id,
          date: options.date,
          startsAt: options.startsAt ?? null,
          place: options.place ?? committee.value.place,
          convocation:
            options.convocation === undefined
              ? null
              : {
                  date: options.convocation,
                  author: options.convokedBy ?? '',
                  sentBy: options.sentBy ?? null,
                  proof: options.proof ?? '',
                },
          secondConvocation: options.second === true,
        })
        if (!planned.ok) return planned
        const { sessionId } = planned.value
        const view = await dispatcher.call('session.get', { sessionId })
        if (!view.ok) return view
        if (options.order === 'number') {
          const numbers = new Map(view.value.items.map((item) => [item.itemId, item.number ?? 0]))
          const agenda = view.value.session.agenda
            .map(agendaEntryOf)
            .sort((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0))
          const arranged = await dispatcher.call('session.change', { sessionId, set: { agenda } })
          if (!arranged.ok) return arranged
        }
        const empty =
          view.value.items.length > 0
            ? ''
            : '\nToutes les candidatures de l’appel sont déjà inscrites à une autre séance ou décidées. Après une séance sans quorum, ajoutez --second. Pour revenir en arrière : « delibere undo FICHIER ».'
        return said(
          { sessionId, items: view.value.items.length },
          `Séance du ${frenchDate(options.date)} prévue, ${counted(view.value.items.length, 'point', 'points')} à l’ordre du jour.${empty}`,
        )
      }),
    )
}
