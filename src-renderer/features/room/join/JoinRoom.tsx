import { type FormEvent, useState } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Room.module.css'
import { words } from '../words.ts'
import { formatTypedCode } from './formatTypedCode.ts'
import { HeardRooms } from './HeardRooms.tsx'

type Way = 'code' | 'invitation'

/** By the code and the address of the wall, or by the text of its QR; the rooms heard of fill the address. */
export function JoinRoom() {
  const [way, setWay] = useState<Way>('code')
  const [typed, setTyped] = useState({ code: '', address: '', invitation: '' })
  const { act, isActing, refusal, forget } = useAct('room.join')
  const set = (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change }))
  const isReady =
    way === 'code' ? typed.code !== '' && typed.address.trim() !== '' : typed.invitation.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !isActing) void act(inputOf(way, typed))
  }
  const switchWay = () => {
    forget()
    setWay(way === 'code' ? 'invitation' : 'code')
  }
  return (
    <div className={style.sections}>
      <form className={style.form} onSubmit={submit} noValidate>
        <p className={style.hint}>{words.joinLead}</p>
        {way === 'code' ? (
          <>
            <TextField
              label={words.code}
              description={words.codeHint}
              value={typed.code}
              onType={(code) => set({ code })}
              onCommit={(code) => set({ code })}
              autoFocus
              maxLength={40}
            />
            <TextField
              label={words.address}
              description={words.addressHint}
              value={typed.address}
              onType={(address) => set({ address })}
              onCommit={(address) => set({ address })}
              maxLength={200}
            />
          </>
        ) : (
          <TextField
            label={words.invitation}
            description={words.invitationHint}
            value={typed.invitation}
            onType={(invitation) => set({ invitation })}
            onCommit={(invitation) => set({ invitation })}
            multiline
            rows={3}
            autoFocus
            maxLength={1_000}
          />
        )}
        <RefusalNotice refusal={refusal} />
        {refusal === null || !isNetworkTrouble(refusal.code) ? null : (
          <div>
            <LinkButton to="/salle" search={{ view: 'isoles' }}>
              {words.isolatedTab}
            </LinkButton>
          </div>
        )}
        {isActing ? <Spinner>{words.joining}</Spinner> : null}
        <div className={style.buttons}>
          <Button variant="primary" type="submit" isDisabled={isActing || !isReady}>
            {words.join}
          </Button>
          <Button variant="quiet" onPress={switchWay}>
            {way === 'code' ? words.byInvitation : words.byCode}
          </Button>
          <Button variant="quiet" isDisabled={isActing} onPress={() => void act({ by: 'last' })}>
            {words.rejoinLast}
          </Button>
        </div>
      </form>
      <div className={style.form}>
        <HeardRooms
          onChoose={(address) => {
            setWay('code')
            set({ address })
          }}
        />
        <section className={style.section}>
          <h2>{words.changesTitle}</h2>
          <ul className={style.list}>
            {words.changes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

const inputOf = (
  way: Way,
  { code, address, invitation }: { code: string; address: string; invitation: string },
): InputOf<'room.join'> =>
  way === 'code'
    ? { by: 'code', code: formatTypedCode(code), address: address.trim() }
    : { by: 'invitation', invitation: invitation.trim() }

/** What the page on isolated machines helps with. */
const isNetworkTrouble = (code: string): boolean =>
  code === 'network.devices-isolated' || code === 'network.nobody-answers' || code === 'network.no-network'
