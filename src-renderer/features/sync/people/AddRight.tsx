import { useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import style from '../Sync.module.css'
import { words as syncWords } from '../words.ts'
import { isMemberMissing, type Right, RightFields } from './RightFields.tsx'
import { words } from './words.ts'

/** One more right for somebody who has access already. */
export function AddRight({ userId, members }: { userId: string; members: readonly Member[] }) {
  const [right, setRight] = useState<Right | null>(null)
  const [hasTried, setTried] = useState(false)
  const { act, isActing, refusal } = useAct('sync.people.mandate')
  const begin = () => {
    setTried(false)
    setRight({ role: 'member', memberId: null })
  }
  if (right === null) {
    return (
      <div>
        <Button onPress={begin}>{words.addRight}</Button>
      </div>
    )
  }
  const give = async () => {
    setTried(true)
    if (isMemberMissing(right)) return
    const given = await act({ userId, ...right })
    if (given.ok) setRight(null)
  }
  return (
    <>
      <RightFields
        right={right}
        members={members}
        error={hasTried && isMemberMissing(right) ? words.memberMissing : null}
        onChange={setRight}
      />
      <RefusalNotice refusal={refusal} />
      <div className={style.buttons}>
        <Button variant="quiet" onPress={() => setRight(null)}>
          {syncWords.back}
        </Button>
        <Button isDisabled={isActing} onPress={() => void give()}>
          {words.give}
        </Button>
      </div>
    </>
  )
}
