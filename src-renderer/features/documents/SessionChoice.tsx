import type { SessionSummary } from '#shared/contract/answers.ts'
import { formatDate } from '../../ui/formatDate.ts'
import { Select } from '../../ui/Select.tsx'
import style from './Screen.module.css'
import { words } from './words.ts'

/** Which session the documents are of. */
export function SessionChoice({
  sessions,
  session,
  onChoose,
}: {
  sessions: readonly SessionSummary[]
  session: SessionSummary
  onChoose: (sessionId: string) => void
}) {
  return (
    <div className={style.session}>
      <Select
        label={words.session}
        isLabelHidden
        value={session.id}
        options={sessions.map((each) => ({
          value: each.id,
          label: [each.number ?? words.notClosed, formatDate(each.date), each.callName].join(' · '),
        }))}
        onChange={onChoose}
      />
    </div>
  )
}
