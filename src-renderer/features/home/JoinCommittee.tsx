import { useState } from 'react'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { useRead } from '../../bridge/useRead.ts'
import { useHoldHome } from '../../frame/holdHome.ts'
import { JoinServerStep } from './JoinServerStep.tsx'
import { joinWords as words } from './joinWords.ts'
import { PassphraseStep } from './PassphraseStep.tsx'
import { Receiving } from './Receiving.tsx'
import { RecoveryCode } from './RecoveryCode.tsx'

interface Joining {
  readonly origin: string
  readonly invitation: string
}

/**
 * Server and invitation, passphrase, then the first copy, which may be stopped and goes on from there. The first-run screen is
 * held until the recovery code has been noted.
 */
export function JoinCommittee({ onBack }: { onBack: () => void }) {
  const [joining, setJoining] = useState<Joining | null>(null)
  const [place, setPlace] = useState<{ path: string; passphrase: string } | null>(null)
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null)
  const file = useRead('app.state', {}).value?.file
  const committeeName = file?.committee?.name ?? file?.name ?? ''
  const hold = useHoldHome()
  const choose = useAct('file.choose')
  const join = useAct('sync.join')

  const receive = async (from: Joining, into: { path: string; passphrase: string }) => {
    hold(true)
    const joined = await join.act({ ...from, ...into })
    if (joined.ok) setRecoveryCode(joined.value.recoveryCode)
    else hold(false)
  }
  const chooseAndReceive = async (from: Joining, passphrase: string) => {
    const chosen = await choose.act({ purpose: 'create-file', suggestedName: words.fileName })
    if (!chosen.ok || chosen.value.path === null) return
    const into = { path: chosen.value.path, passphrase }
    setPlace(into)
    await receive(from, into)
  }

  if (recoveryCode !== null)
    return <RecoveryCode code={recoveryCode} committeeName={committeeName} onNoted={() => hold(false)} />
  if (joining === null) return <JoinServerStep onBack={onBack} onNext={setJoining} />
  if (place !== null) {
    return (
      <Receiving
        isReceiving={join.isActing}
        refusal={join.refusal}
        onBack={() => {
          join.forget()
          setPlace(null)
          setJoining(null)
        }}
        onAgain={() => void receive(joining, place)}
      />
    )
  }
  return (
    <PassphraseStep
      words={{
        step: words.step(2),
        title: words.secretTitle,
        lead: words.secretWords,
        submit: words.join,
      }}
      onBack={() => setJoining(null)}
      onNext={(passphrase) => void chooseAndReceive(joining, passphrase)}
      isActing={false}
    >
      <RefusalNotice refusal={choose.refusal} />
    </PassphraseStep>
  )
}
