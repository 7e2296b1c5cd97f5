import { frenchHour } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import { findMember, memberLabel } from '../../find/findMember.ts'
import type { RegisterCommand } from '../../program.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { hourOf, wholeNumberOf } from '../../read/readOptionValues.ts'
import { movementWords } from '../../read/words.ts'
import { findItem } from './findItem.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface MoveOptions extends SessionOptions {
  readonly member: string
  readonly kind: keyof typeof movementWords
  readonly at: string
  readonly candidature?: number
}

export const moveAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('move').description('note une arrivée ou un départ, avec l’heure'),
    'delibere session comite.delibere move --member "Anne Moal" --kind sort --at 14:20 --candidature 12',
  )
    .requiredOption('--member <nom>', 'le membre')
    .requiredOption('--kind <sens>', 'arrive ou sort', choiceOf(movementWords))
    .requiredOption('--at <heure>', 'heure', hourOf)
    .option('--candidature <numéro>', 'pour un déport : la candidature dont il s’agit', wholeNumberOf)
    .action((file: string, options: MoveOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const member = await findMember(dispatcher, options.member)
        if (!member.ok) return member
        const found =
          options.candidature === undefined
            ? null
            : await findItem(dispatcher, session.id, options.candidature)
        if (found !== null && !found.ok) return found
        const moved = await dispatcher.call('session.move', {
          sessionId: session.id,
          memberId: member.value.id,
          kind: options.kind,
          at: options.at,
          itemId: found?.item.itemId ?? null,
        })
        const verb = options.kind === 'arrives' ? 'entre' : 'sort'
        return moved.ok
          ? said(null, `${memberLabel(member.value)} ${verb} à ${frenchHour(options.at)}.`)
          : moved
      }),
    )
}
