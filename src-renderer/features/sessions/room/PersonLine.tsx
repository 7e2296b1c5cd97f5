import { Ellipsis } from 'lucide-react'
import { type KeyboardEvent, memo, useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import type { Attendance, Proxy } from '#shared/domain/session/session.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { personName } from '../personName.ts'
import { attendanceWords, words } from '../words.ts'
import style from './RoomPanel.module.css'
import { roomWords } from './words.ts'

export interface PersonLineProps {
  readonly sessionId: string
  readonly status: 'planned' | 'open' | 'closed'
  readonly member: Member
  readonly attendance: Attendance | undefined
  readonly proxy: Proxy | undefined
  readonly holderName: string
  /** « suppléé par … », « supplée … », or empty. */
  readonly seat: string
  readonly maySubstitute: boolean
  readonly isSubstituted: boolean
  readonly isRecused: boolean
  readonly hour: string
  /** The point that a departure names. */
  readonly itemId: string | null
  readonly onAsk: (what: 'proxy' | 'substitute' | 'travel', memberId: string) => void
}

/** One member on a line: presence, voice, seat, proxy, recusal on the point, and one key to leave or come back. */
export const PersonLine = memo(function PersonLine(props: PersonLineProps) {
  const { sessionId, status, member, attendance, isRecused, hour, itemId } = props
  const attending = useAct('session.attend')
  const moving = useAct('session.move')
  const withdrawing = useAct('session.withdraw-proxy')
  const signing = useAct('session.sign-proxy')
  const substituting = useAct('session.substitute')
  const [isMoving, setMoving] = useState(false)
  const name = personName(member)
  const inRoom = attendance?.inRoom ?? false
  const hasSat = attendance?.movements.some(({ kind }) => kind === 'leaves') ?? false
  const verb = inRoom ? roomWords.leaves : hasSat ? roomWords.returns : roomWords.arrives
  const move = async () => {
    if (status !== 'open' || isMoving) return
    setMoving(true)
    await moving.act({
      sessionId,
      memberId: member.id,
      kind: inRoom ? 'leaves' : 'arrives',
      at: hour,
      itemId,
    })
    setMoving(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    void move()
  }
  const actions = actionsOf(props, {
    withdrawProxy: () => void withdrawing.act({ sessionId, giverId: member.id }),
    sign: (signed) => void signing.act({ sessionId, giverId: member.id, signed }),
    endSubstitution: () => void substituting.act({ sessionId, memberId: member.id, substituteId: null }),
  })
  const notes = notesOf(props)
  return (
    <li className={style.person} data-in-room={inRoom} onKeyDown={onKeyDown}>
      <div className={style.presence}>
        <span className={style.name}>{name}</span>
        <span className={style.gestures}>
          {status === 'open' ? (
            <Button
              variant="quiet"
              label={`${verb} : ${name}, ${hour}`}
              shortcut={roomWords.movementKey}
              onPress={() => void move()}
            >
              {verb}
            </Button>
          ) : null}
          <ActionMenu
            label={<Ellipsis aria-hidden="true" />}
            menuLabel={roomWords.others(name)}
            actions={actions}
          />
        </span>
      </div>
      {notes === '' && !isRecused ? null : (
        <p className={style.who}>
          {isRecused ? <Tag tone="check">{roomWords.recusedHere}</Tag> : null} {notes}
        </p>
      )}
      {status === 'planned' ? (
        <Segments
          label={words.attendanceOf(name)}
          isLabelHidden
          value={attendance?.status ?? null}
          options={statuses.map((value) => ({ value, label: attendanceWords[value] }))}
          onChange={(next: Attendance['status']) =>
            void attending.act({ sessionId, memberId: member.id, status: next })
          }
        />
      ) : null}
      <RefusalNotice
        refusal={
          attending.refusal ??
          moving.refusal ??
          withdrawing.refusal ??
          signing.refusal ??
          substituting.refusal
        }
      />
    </li>
  )
})

const statuses = ['present', 'excused', 'absent'] as const

function actionsOf(
  { status, member, attendance, proxy, isRecused, maySubstitute, isSubstituted, onAsk }: PersonLineProps,
  acts: { withdrawProxy: () => void; sign: (signed: boolean) => void; endSubstitution: () => void },
) {
  if (status === 'closed') return []
  const ask = (what: 'proxy' | 'substitute' | 'travel') => () => onAsk(what, member.id)
  const mayGiveProxy =
    member.voice === 'deliberative' &&
    proxy === undefined &&
    !isRecused &&
    attendance !== undefined &&
    !attendance.inRoom
  return [
    ...(mayGiveProxy ? [{ key: 'give', label: roomWords.giveProxy, run: ask('proxy') }] : []),
    ...(proxy === undefined
      ? []
      : [
          {
            key: 'sign',
            label: proxy.signed ? roomWords.unsignProxy : roomWords.signProxy,
            run: () => acts.sign(!proxy.signed),
          },
          { key: 'withdraw', label: roomWords.withdrawProxy, run: acts.withdrawProxy },
        ]),
    ...(isSubstituted
      ? [{ key: 'end', label: roomWords.substituteEnd, run: acts.endSubstitution }]
      : maySubstitute
        ? [{ key: 'substitute', label: roomWords.substituteChoice, run: ask('substitute') }]
        : []),
    { key: 'travel', label: roomWords.travel, run: ask('travel') },
  ]
}

/** « voix consultative · excusé · pouvoir à Paul Rivoal (à signer) · sorti à 18:40 » */
function notesOf({ status, member, attendance, proxy, holderName, seat }: PersonLineProps): string {
  const last = attendance?.movements.at(-1)
  const presence =
    status === 'planned'
      ? ''
      : last !== undefined
        ? last.kind === 'leaves'
          ? roomWords.away(last.at)
          : roomWords.arrivedAt(last.at)
        : attendance?.inRoom
          ? ''
          : attendanceWords[attendance?.status ?? 'absent'].toLowerCase()
  return [
    member.voice === 'consultative' ? roomWords.consultative : '',
    seat,
    presence,
    proxy === undefined
      ? ''
      : `${roomWords.proxyTo(holderName)}${proxy.signed ? '' : ` (${roomWords.proxyUnsigned})`}`,
  ]
    .filter((note) => note !== '')
    .join(' · ')
}
