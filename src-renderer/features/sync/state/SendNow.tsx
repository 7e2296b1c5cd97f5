import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import style from '../Sync.module.css'
import { words } from './words.ts'

/** Try at once, or hold what goes out; writing is never held. */
export function SendNow({ sync }: { sync: SyncState }) {
  const now = useAct('sync.now')
  const pause = useAct('sync.pause')
  const resume = useAct('sync.resume')
  const isStopped = sync.connection === 'stopped'
  return (
    <>
      <RefusalNotice refusal={now.refusal ?? pause.refusal ?? resume.refusal} />
      <div className={style.buttons}>
        {isStopped ? (
          <Button variant="primary" isDisabled={resume.isActing} onPress={() => void resume.act({})}>
            {words.resume}
          </Button>
        ) : (
          <>
            <Button isDisabled={now.isActing || sync.mustEnrol !== null} onPress={() => void now.act({})}>
              {words.now}
            </Button>
            <Button variant="quiet" isDisabled={pause.isActing} onPress={() => void pause.act({})}>
              {words.pause}
            </Button>
          </>
        )}
        {sync.room === null ? <LinkButton to="/salle">{words.joinRoom}</LinkButton> : null}
      </div>
      <p className={style.hint}>{words.pauseWords}</p>
    </>
  )
}
