import { useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import type { Attendance } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { nameOf, personName } from '../personName.ts'
import { attendanceWords, words } from '../words.ts'
import { ProxyDialog } from './ProxyDialog.tsx'
import style from './RoomPanel.module.css'

/** One member: presence, voice, proxy, recusal on the point under way, and the one or two things one may note. */
export function PersonLine({
  view,
  member,
  item,
  hour,
}: {
  view: SessionView
  member: Member
  item: SessionItemView | undefined
  hour: string
}) {
  const { session, members } = view
  const attending = useAct('session.attend')
  const moving = useAct('session.move')
  const withdrawing = useAct('session.withdraw-proxy')
  const [isGivingProxy, setGivingProxy] = useState(false)
  const name = personName(member)
  const attendance = session.attendance[member.id]
  const proxy = session.proxies.find(({ giverId }) => giverId === member.id)
  const isRecused = session.status === 'open' && (item?.recusedIds.includes(member.id) ?? false)
  const mayGiveProxy =
    session.status !== 'closed' &&
    member.voice === 'deliberative' &&
    proxy === undefined &&
    !isRecused &&
    attendance !== undefined &&
    !attendance.inRoom
  const move = (kind: 'arrives' | 'leaves') =>
    void moving.act({
      sessionId: session.id,
      memberId: member.id,
      kind,
      at: hour,
      itemId: item?.itemId ?? null,
    })
  return (
    <li className={style.person} data-in-room={attendance?.inRoom ?? false}>
      <div className={style.presence}>
        <span className={style.name}>{name}</span>
        {session.status === 'open' ? (
          <Button
            variant="quiet"
            label={`${attendance?.inRoom ? words.leaves : words.arrives} : ${name}, ${hour}`}
            onPress={() => move(attendance?.inRoom ? 'leaves' : 'arrives')}
          >
            {attendance?.inRoom ? words.leaves : words.arrives}
          </Button>
        ) : null}
      </div>
      <div className={style.who}>
        {session.status === 'planned' || isPlainlyThere(attendance) ? null : (
          <span>{presenceWords(attendance)}</span>
        )}
        {member.voice === 'consultative' ? <span>{words.consultative}</span> : null}
        {isRecused ? <Tag tone="check">{words.recusedHere}</Tag> : null}
      </div>
      {session.status === 'planned' ? (
        <Segments
          label={words.attendanceOf(name)}
          isLabelHidden
          value={attendance?.status ?? null}
          options={statuses.map((value) => ({ value, label: attendanceWords[value] }))}
          onChange={(status: Attendance['status']) =>
            void attending.act({ sessionId: session.id, memberId: member.id, status })
          }
        />
      ) : null}
      {proxy === undefined ? null : (
        <div className={style.presence}>
          <span>{words.proxyTo(nameOf(members, proxy.holderId))}</span>
          {session.status === 'closed' ? null : (
            <Button
              variant="quiet"
              label={`${words.withdrawProxy} : ${name}`}
              onPress={() => void withdrawing.act({ sessionId: session.id, giverId: member.id })}
            >
              {words.withdrawProxy}
            </Button>
          )}
        </div>
      )}
      {mayGiveProxy ? (
        <span>
          <Button variant="quiet" label={`${words.giveProxy} : ${name}`} onPress={() => setGivingProxy(true)}>
            {words.giveProxy}
          </Button>
        </span>
      ) : null}
      <RefusalNotice refusal={attending.refusal ?? moving.refusal ?? withdrawing.refusal} />
      {isGivingProxy ? (
        <ProxyDialog view={view} giver={member} onClose={() => setGivingProxy(false)} />
      ) : null}
    </li>
  )
}

const statuses = ['present', 'excused', 'absent'] as const

/** There since the opening: the name alone says it, in full ink. */
const isPlainlyThere = (attendance: Attendance | undefined): boolean =>
  attendance?.inRoom === true && attendance.movements.length === 0

/** « Présent, arrivé à 18:12, sorti à 18:40 » */
function presenceWords(attendance: Attendance | undefined): string {
  if (attendance === undefined) return attendanceWords.absent
  const movements = attendance.movements.map(
    ({ kind, at }) => `${kind === 'arrives' ? 'arrivé' : 'sorti'} à ${at}`,
  )
  return [attendanceWords[attendance.status], ...movements].join(', ')
}
