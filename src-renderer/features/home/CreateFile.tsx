import { useState } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { useHoldHome } from '../../frame/holdHome.ts'
import { CommitteeStep } from './CommitteeStep.tsx'
import { PassphraseStep } from './PassphraseStep.tsx'
import { RecoveryCode } from './RecoveryCode.tsx'
import { words } from './words.ts'

type NewCommittee = InputOf<'file.create'>['committee']

/** The strict counting of a recused member is the default (french-rules §1.2); the committee screen changes it. */
const blank: NewCommittee = {
  name: '',
  instanceType: 'commission_interne',
  decidingAuthority: '',
  place: '',
  recusalCounting: 'numerator',
}

/** Two steps, then the recovery code, shown once: the first-run screen is held until it has been noted. */
export function CreateFile({ onBack }: { onBack: () => void }) {
  const [step, setStep] = useState<'committee' | 'passphrase'>('committee')
  const [committee, setCommittee] = useState(blank)
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null)
  const hold = useHoldHome()
  const choose = useAct('file.choose')
  const create = useAct('file.create')

  const createWith = async (passphrase: string) => {
    const chosen = await choose.act({ purpose: 'create-file', suggestedName: suggestedName(committee.name) })
    if (!chosen.ok || chosen.value.path === null) return
    hold(true)
    const created = await create.act({ path: chosen.value.path, passphrase, committee })
    if (created.ok) setRecoveryCode(created.value.recoveryCode)
    else hold(false)
  }

  if (recoveryCode !== null) {
    return <RecoveryCode code={recoveryCode} committeeName={committee.name} onNoted={() => hold(false)} />
  }
  return step === 'committee' ? (
    <CommitteeStep
      committee={committee}
      onChange={setCommittee}
      onBack={onBack}
      onNext={() => setStep('passphrase')}
    />
  ) : (
    <PassphraseStep
      words={{
        step: words.secretStep,
        title: words.secretTitle,
        lead: words.secretWords,
        submit: words.chooseAndCreate,
      }}
      onBack={() => setStep('committee')}
      onNext={(passphrase) => void createWith(passphrase)}
      isActing={create.isActing}
    >
      <RefusalNotice refusal={choose.refusal ?? create.refusal} />
    </PassphraseStep>
  )
}

/** Without what a file system refuses. */
const suggestedName = (name: string): string =>
  words.fileName(
    name
      .replace(/[<>:"/\\|?*]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80),
  )
