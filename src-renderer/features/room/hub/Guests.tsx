import { useState } from 'react'
import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import style from '../Room.module.css'
import { words } from '../words.ts'
import { GuestSlip, type Slip } from './GuestSlip.tsx'

/** Members with a browser only: a personal code each, on a slip that is printed or read out. */
export function Guests({ room }: { room: RoomState }) {
  const members = useRead('member.list', {})
  const invite = useAct('room.guest-invite')
  const withdraw = useAct('room.guest-withdraw')
  const [chosen, setChosen] = useState<string | null>(null)
  const [slip, setSlip] = useState<Slip | null>(null)
  const list = (members.value ?? []).filter(({ inOffice, substituteOf }) => inOffice || substituteOf !== null)
  const nameOf = (memberId: string): string => {
    const member = list.find(({ id }) => id === memberId)
    return member === undefined ? '' : `${member.firstName} ${member.lastName}`
  }
  const give = async (memberId: string) => {
    const given = await invite.act({ memberId })
    if (!given.ok) return
    setChosen(null)
    setSlip({ name: nameOf(memberId), ...given.value })
  }
  const options = list
    .filter(({ id }) => !room.guests.some(({ memberId }) => memberId === id))
    .map(({ id }) => ({ value: id, label: nameOf(id) }))
  return (
    <section className={style.section}>
      <p className={style.hint}>{words.guestsHint}</p>
      <RefusalNotice refusal={invite.refusal ?? withdraw.refusal} />
      <ul>
        {room.guests.map(({ memberId, name, isInside }) => (
          <li key={memberId} className={style.line}>
            <span className={style.lineWords}>{name}</span>
            <Tag tone={isInside ? 'favourable' : 'neutral'}>
              {isInside ? words.guestInside : words.guestOutside}
            </Tag>
            <Button
              variant="quiet"
              label={words.guestNewLabel(name)}
              isDisabled={invite.isActing}
              onPress={() => void give(memberId)}
            >
              {words.guestNew}
            </Button>
            <Button
              variant="quiet"
              label={words.guestWithdrawLabel(name)}
              isDisabled={withdraw.isActing}
              onPress={() => void withdraw.act({ memberId })}
            >
              {words.guestWithdraw}
            </Button>
          </li>
        ))}
      </ul>
      <div className={style.row}>
        <Select label={words.guestMember} value={chosen} options={options} onChange={setChosen} />
        <Button
          isDisabled={chosen === null || invite.isActing}
          onPress={() => chosen !== null && void give(chosen)}
        >
          {words.guestInvite}
        </Button>
      </div>
      {slip === null ? null : <GuestSlip slip={slip} onClose={() => setSlip(null)} />}
    </section>
  )
}
