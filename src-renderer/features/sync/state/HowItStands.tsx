import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import { trustParts } from '../../../sharing/trustParts.ts'
import { useRoom } from '../../../sharing/useRoom.ts'
import { formatCount } from '../../../ui/formatCount.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import style from '../Sync.module.css'
import { Standing } from './Standing.tsx'
import { words } from './words.ts'

/** The sentence of the trust line in large, why it is so when it is not well, and where each thing to do is done. */
export function HowItStands({ sync }: { sync: SyncState }) {
  const room = useRoom(sync)
  const standing = trustParts(sync, room, new Date()).at(-1)
  const { why, progress } = sync
  return (
    <>
      {standing === undefined ? null : (
        <Standing tone={standing.tone} sentence={`${standing.sentence}.`} safe={words.safe} />
      )}
      {why === null || sync.connection === 'connected' || sync.mustEnrol !== null ? null : (
        <Notice tone={sync.connection === 'refused' ? 'unfavourable' : 'reserved'}>
          {refusalSentence({ code: why, details: {} })}
        </Notice>
      )}
      {progress === null ? null : (
        <Progress
          label={words.progress[progress.what]}
          done={progress.done}
          total={progress.total}
          words={words.progressCount(formatCount(progress.done), formatCount(progress.total))}
        />
      )}
      {sync.readOnly === 0 ? null : (
        <Notice tone="reserved">
          <strong>{words.readOnlyTitle}</strong>
          <p>{words.readOnly(sync.readOnly)}</p>
        </Notice>
      )}
      {sync.toRegularise === 0 && sync.incidents === 0 && sync.room === null ? null : (
        <div className={style.buttons}>
          {sync.toRegularise === 0 ? null : (
            <LinkButton to="/envoyer" search={{ view: 'regulariser' }} variant="primary">
              {words.seeRegularise}
            </LinkButton>
          )}
          {sync.incidents === 0 ? null : (
            <LinkButton to="/envoyer" search={{ view: 'ecarts' }}>
              {words.seeIncidents}
            </LinkButton>
          )}
          {sync.room === null ? null : <LinkButton to="/salle">{words.seeRoom}</LinkButton>}
        </div>
      )}
    </>
  )
}
