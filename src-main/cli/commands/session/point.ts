import { frenchHour } from '#shared/domain/documents/typography.ts'
import { type Answer, refused, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { clockTimeOf, wholeNumberOf } from '../../read/readOptionValues.ts'
import { findItem } from './findItem.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface PointOptions extends SessionOptions {
  readonly candidature?: number
  readonly place?: number
  readonly at: string
}

export const pointAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group
      .command('point')
      .description('appelle un point, ce qui arrête le précédent ; sans point, arrête celui en cours'),
    'delibere session comite.delibere point --candidature 12 --at 14:20',
  )
    .option('--candidature <numéro>', 'la candidature appelée', wholeNumberOf)
    .option('--place <rang>', 'ou sa place à l’ordre du jour, à partir de 1', wholeNumberOf)
    .requiredOption('--at <heure>', 'heure, secondes comprises si on les a', clockTimeOf)
    .action((file: string, options: PointOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const found = await pointOf()
        if (!found.ok) return found
        const taken = await dispatcher.call('session.point', {
          sessionId: session.id,
          itemId: found.itemId,
          at: options.at,
        })
        if (!taken.ok) return taken
        const hour = frenchHour(options.at.slice(0, 5))
        const text = found.itemId === null ? 'Le point en cours s’arrête' : `« ${found.title} » est appelé`
        return said({ itemId: found.itemId }, `${text} à ${hour}.`)

        async function pointOf() {
          if (options.candidature !== undefined) {
            const named = await findItem(dispatcher, session.id, options.candidature)
            return named.ok
              ? { ok: true as const, itemId: named.item.itemId, title: named.item.title }
              : named
          }
          if (options.place === undefined) return { ok: true as const, itemId: null, title: '' }
          const view = await dispatcher.call('session.get', { sessionId: session.id })
          if (!view.ok) return view
          const item = view.value.session.agenda[options.place - 1]
          return item === undefined
            ? refused(
                'session.item-missing',
                `L’ordre du jour n’a pas de point ${options.place}. Rien n’a été modifié. Voyez-le avec « delibere session FICHIER show ».`,
                { place: options.place },
              )
            : { ok: true as const, itemId: item.id, title: item.title }
        }
      }),
    )
}
