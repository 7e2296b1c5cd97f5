import { useState } from 'react'
import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldList } from '../../../ui/FieldList.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import style from '../Sync.module.css'
import { words as syncWords } from '../words.ts'
import { words } from './words.ts'

/** The server this file is on, and the way out of it, with what it means. */
export function Leave({ sync, centre }: { sync: SyncState; centre: NonNullable<SyncState['centre']> }) {
  const [isAsking, setAsking] = useState(false)
  const { act, isActing, refusal } = useAct('sync.leave')
  const leave = async () => {
    const left = await act({})
    if (left.ok) setAsking(false)
  }
  return (
    <section className={style.section}>
      <h2>{words.server}</h2>
      <FieldList
        items={[
          { name: words.address, value: centre.origin },
          { name: words.organisation, value: centre.organisation },
        ]}
      />
      <div>
        <Button variant="quiet" onPress={() => setAsking(true)}>
          {words.leave}
        </Button>
      </div>
      <TypedConfirm
        title={words.leaveTitle}
        word={words.leaveWord}
        action={words.leaveAction}
        isOpen={isAsking}
        isActing={isActing}
        onClose={() => setAsking(false)}
        onConfirm={() => void leave()}
      >
        <RefusalNotice refusal={refusal} />
        <p>{words.leaveWhat}</p>
        {sync.toSend === 0 ? null : (
          <Notice tone="unfavourable">
            {sync.toSend === 1 ? words.leavePendingOne : words.leavePending(syncWords.changes(sync.toSend))}
          </Notice>
        )}
        <p>{words.leaveSafe}</p>
        <p>{words.leaveAgain}</p>
      </TypedConfirm>
    </section>
  )
}
