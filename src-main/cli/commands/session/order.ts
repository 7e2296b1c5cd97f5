import { counted } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { agendaEntryOf } from './agendaEntryOf.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

export const orderAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group
      .command('order')
      .description('propose l’ordre du jour où les membres déportés sortent le moins souvent'),
    'delibere session comite.delibere order --apply',
  )
    .option('--apply', 'donne cet ordre à l’ordre du jour ; sans elle, rien n’est modifié')
    .action((file: string, options: SessionOptions & { readonly apply?: true }) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const sessionId = session.id
        const order = await dispatcher.call('session.discussion-order', { sessionId })
        if (!order.ok) return order
        const view = await dispatcher.call('session.get', { sessionId })
        if (!view.ok) return view
        const items = new Map(view.value.session.agenda.map((item) => [item.id, item]))
        const proposed = order.value.itemIds.flatMap((id) => items.get(id) ?? [])
        if (options.apply) {
          const set = { agenda: proposed.map(agendaEntryOf) }
          const arranged = await dispatcher.call('session.change', { sessionId, set })
          if (!arranged.ok) return arranged
        }
        const { exitsNow, exitsProposed, exact } = order.value
        const exits = (count: number) => counted(count, 'sortie', 'sorties')
        return said(
          { ...order.value, applied: options.apply === true },
          [
            ...proposed.map((item, index) => `${String(index + 1).padStart(3)}. ${item.title}`),
            '',
            `${exits(exitsProposed)} au lieu de ${exits(exitsNow)}${exact ? ', et aucun ordre n’en demande moins' : ''}.`,
            options.apply
              ? 'L’ordre du jour suit cet ordre.'
              : 'Rien n’est modifié. Ajoutez --apply pour donner cet ordre.',
          ].join('\n'),
        )
      }),
    )
}
