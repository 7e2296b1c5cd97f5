import { frenchAmount, frenchDate } from '#shared/domain/documents/typography.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { type Answer, said } from '../../answer.ts'
import { memberLabel } from '../../find/findMember.ts'
import type { RegisterCommand } from '../../program.ts'
import { attendanceTitles, opinionWords, sessionStatusWords } from '../../read/words.ts'
import { type Column, showTable } from '../../showTable.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

export const showAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('show').description('montre la séance : présences, quorum, points, ce qui manque'),
    'delibere session comite.delibere show --session 1',
  ).action((file: string, options: SessionOptions) =>
    onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
      const view = await dispatcher.call('session.get', { sessionId: session.id })
      return view.ok ? said(view.value, sessionText(view.value)) : view
    }),
  )
}

function sessionText(view: SessionView): string {
  const { session, quorum, envelope } = view
  const reached = quorum.reached ? 'atteint' : 'non atteint'
  const remaining = envelope.remainingCents === null ? '' : `, reste ${frenchAmount(envelope.remainingCents)}`
  return [
    `Séance du ${frenchDate(session.date)}, ${sessionStatusWords[session.status]} – ${view.callName}`,
    `Quorum ${reached} : ${quorum.counted} comptés, ${quorum.required} nécessaires.`,
    `Attribué ${frenchAmount(envelope.awardedCents)}${remaining}.`,
    '',
    ...attendanceLines(view),
    '',
    showTable(rowsOf(view), columns),
    ...(session.status === 'closed' ? [] : closingLines(view)),
  ].join('\n')
}

/** What the closing still waits for; what may be explained bears the code that « session explain » takes. */
function closingLines({ closingChecks }: SessionView): string[] {
  const open = closingChecks.filter(({ state }) => state === 'open')
  const missing = open.filter(({ level }) => level === 'must').map(({ sentence }) => `  ${sentence}`)
  const unexplained = open
    .filter(({ level }) => level === 'explain')
    .map(({ code, sentence }) => `  ${sentence} [${code}]`)
  return [
    ...(missing.length === 0 ? [] : ['', 'Avant de clore :', ...missing]),
    ...(unexplained.length === 0 ? [] : ['', 'À régler ou à expliquer (session explain) :', ...unexplained]),
  ]
}

function attendanceLines({ members, session }: SessionView): string[] {
  const namesWith = (status: keyof typeof attendanceTitles | undefined): string =>
    members
      .filter((member) => member.inOffice && session.attendance[member.id]?.status === status)
      .map(memberLabel)
      .join(', ')
  const lines = (['present', 'excused', 'absent'] as const).map(
    (status) => [attendanceTitles[status], namesWith(status)] as const,
  )
  return [...lines, ['Présence à noter', namesWith(undefined)] as const]
    .filter(([, names]) => names !== '')
    .map(([title, names]) => `${title} : ${names}`)
}

type Row = SessionView['items'][number] & { readonly outcome: string }

function rowsOf(view: SessionView): readonly Row[] {
  const outcomes = new Map(view.session.agenda.map((item) => [item.id, item.outcome]))
  return view.items.map((item) => {
    const outcome = outcomes.get(item.itemId) ?? null
    const amount = outcome?.amountCents == null ? '' : `, ${frenchAmount(outcome.amountCents)}`
    return { ...item, outcome: outcome === null ? 'à venir' : `${opinionWords[outcome.opinion][0]}${amount}` }
  })
}

const columns: readonly Column<Row>[] = [
  { title: 'N°', align: 'right', cell: (row) => (row.number === null ? '—' : String(row.number)) },
  { title: 'Demandeur', atMost: 40, cell: (row) => (row.applicant === '' ? row.title : row.applicant) },
  { title: 'Rang', align: 'right', cell: (row) => (row.rank === null ? '—' : String(row.rank)) },
  { title: 'Proposé', align: 'right', cell: (row) => frenchAmount(row.proposedCents) },
  { title: 'Avis', cell: (row) => row.outcome },
]
