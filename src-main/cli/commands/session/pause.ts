import { frenchHour } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { clockTimeOf } from '../../read/readOptionValues.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

/** `pause` and `resume`: the two ends of a suspension. */
export const pauseAction: RegisterCommand = (group, runner) => {
  for (const { name, procedure, does, done } of ends) {
    sessionAction(
      runner,
      group.command(name).description(does),
      `delibere session comite.delibere ${name} --at 15:10`,
    )
      .requiredOption('--at <heure>', 'heure, secondes comprises si on les a', clockTimeOf)
      .action((file: string, options: SessionOptions & { readonly at: string }) =>
        onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
          const noted = await dispatcher.call(procedure, { sessionId: session.id, at: options.at })
          return noted.ok ? said(null, `${done} à ${frenchHour(options.at.slice(0, 5))}.`) : noted
        }),
      )
  }
}

const ends = [
  {
    name: 'pause',
    procedure: 'session.pause',
    does: 'suspend la séance et arrête le temps',
    done: 'Séance suspendue',
  },
  {
    name: 'resume',
    procedure: 'session.resume',
    does: 'reprend la séance suspendue, au point où elle était',
    done: 'Séance reprise',
  },
] as const
