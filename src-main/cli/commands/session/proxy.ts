import { frenchDate } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import { findMember, memberLabel } from '../../find/findMember.ts'
import type { RegisterCommand } from '../../program.ts'
import { isoDateOf } from '../../read/readOptionValues.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface ProxyOptions extends SessionOptions {
  readonly giver: string
  readonly holder?: string
  readonly date?: string
  readonly signed?: true
}

export const proxyAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('proxy').description('note un pouvoir ; sans --holder, le retire'),
    'delibere session comite.delibere proxy --giver "Anne Moal" --holder "Ewen Riou" --date 2026-03-10',
  )
    .requiredOption('--giver <nom>', 'qui donne pouvoir')
    .option('--holder <nom>', 'qui le reçoit')
    .option('--date <date>', 'date de l’écrit ; par défaut aujourd’hui', isoDateOf)
    .option('--signed', 'l’écrit signé a été vu')
    .action((file: string, options: ProxyOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const giver = await findMember(dispatcher, options.giver)
        if (!giver.ok) return giver
        const key = { sessionId: session.id, giverId: giver.value.id }
        if (options.holder === undefined) {
          const withdrawn = await dispatcher.call('session.withdraw-proxy', key)
          return withdrawn.ok
            ? said(null, `Le pouvoir de ${memberLabel(giver.value)} est retiré.`)
            : withdrawn
        }
        const holder = await findMember(dispatcher, options.holder)
        if (!holder.ok) return holder
        const date = options.date ?? runner.terminal.today()
        const given = await dispatcher.call('session.give-proxy', {
          ...key,
          holderId: holder.value.id,
          date,
          signed: options.signed === true,
        })
        return given.ok
          ? said(
              null,
              `${memberLabel(giver.value)} a donné pouvoir à ${memberLabel(holder.value)} (écrit du ${frenchDate(date)}).`,
            )
          : given
      }),
    )
}
