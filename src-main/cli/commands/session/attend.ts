import { type Answer, said } from '../../answer.ts'
import { findMember, memberLabel } from '../../find/findMember.ts'
import type { RegisterCommand } from '../../program.ts'
import { collected } from '../../read/collected.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { attendanceTitles, attendanceWords } from '../../read/words.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface AttendOptions extends SessionOptions {
  readonly member?: readonly string[]
  readonly all?: true
  readonly status: keyof typeof attendanceWords
}

export const attendAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('attend').description('note qui est présent, excusé ou absent'),
    'delibere session comite.delibere attend --member "Anne Moal" --member "Ewen Riou" --status présent',
  )
    .option('--member <nom>', 'un membre ; à répéter', collected)
    .option('--all', 'tous les membres en exercice')
    .option('--status <état>', 'présent, excusé ou absent', choiceOf(attendanceWords), 'present' as const)
    .action((file: string, options: AttendOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const members = await dispatcher.call('member.list', {})
        if (!members.ok) return members
        const chosen = options.all ? members.value.filter((member) => member.inOffice) : []
        for (const written of options.member ?? []) {
          const member = await findMember(dispatcher, written)
          if (!member.ok) return member
          chosen.push(member.value)
        }
        for (const member of chosen) {
          const input = { sessionId: session.id, memberId: member.id, status: options.status }
          const noted = await dispatcher.call('session.attend', input)
          if (!noted.ok) return noted
        }
        const names = chosen.map(memberLabel)
        return said(
          { members: names, status: options.status },
          names.length === 0
            ? 'Aucun membre désigné : précisez --member ou --all.'
            : `${attendanceTitles[options.status]} : ${names.join(', ')}.`,
        )
      }),
    )
}
