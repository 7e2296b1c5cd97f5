import { frenchDate } from '#shared/domain/documents/typography.ts'
import { type Answer, refused, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { isoDateOf } from '../../read/readOptionValues.ts'
import { actNatureWords } from '../../read/words.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface ActOptions extends SessionOptions {
  readonly nature?: keyof typeof actNatureWords
  readonly number?: string
  readonly date?: string
  readonly authority?: string
  readonly transmitted?: string
  readonly published?: string
  readonly withdraw?: true
}

export const actAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('act').description('note l’acte qui suit la séance : délibération, arrêté ou décision'),
    'delibere session comite.delibere act --nature délibération --number 2026-041 --date 2026-04-02 --authority "le conseil municipal de Plouvara"',
  )
    .option('--nature <nature>', 'délibération, arrêté ou décision', choiceOf(actNatureWords))
    .option('--number <numéro>', 'son numéro')
    .option('--date <date>', 'sa date', isoDateOf)
    .option('--authority <autorité>', 'qui a décidé : « le conseil municipal de … »')
    .option('--transmitted <date>', 'transmission au préfet', isoDateOf)
    .option('--published <date>', 'publication', isoDateOf)
    .option('--withdraw', 'retire l’acte noté par erreur')
    .action((file: string, options: ActOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const sessionId = session.id
        if (options.withdraw) {
          const withdrawn = await dispatcher.call('session.record-act', { sessionId, act: null })
          return withdrawn.ok ? said(null, 'L’acte qui suit la séance est retiré.') : withdrawn
        }
        const view = await dispatcher.call('session.get', { sessionId })
        if (!view.ok) return view
        const known = view.value.session.act
        const nature = options.nature ?? known?.nature
        const number = options.number ?? known?.number
        const date = options.date ?? known?.date
        const authority = options.authority ?? known?.authority
        if (nature === undefined || number === undefined || date === undefined || authority === undefined)
          return refused(
            'input.invalid',
            'Rien n’a été modifié : un acte a une nature, un numéro, une date et une autorité (--nature, --number, --date, --authority).',
          )
        const act = {
          nature,
          number,
          date,
          authority,
          transmittedOn: options.transmitted ?? known?.transmittedOn ?? null,
          publishedOn: options.published ?? known?.publishedOn ?? null,
        }
        const recorded = await dispatcher.call('session.record-act', { sessionId, act })
        if (!recorded.ok) return recorded
        const name = actNatureWords[nature][0]
        return said(
          act,
          `${name.charAt(0).toUpperCase()}${name.slice(1)} n° ${number} du ${frenchDate(date)}, ${authority} : noté.`,
        )
      }),
    )
}
