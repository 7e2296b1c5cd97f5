import type { SyncState } from '#shared/contract/syncAnswers.ts'
import style from '../Sync.module.css'
import { mayGiveUp } from '../unfinished/mayGiveUp.ts'
import { UnfinishedRooms } from '../unfinished/UnfinishedRooms.tsx'
import { EnrolAgain } from './EnrolAgain.tsx'
import { HowItStands } from './HowItStands.tsx'
import { Leave } from './Leave.tsx'
import { LinkServer } from './LinkServer.tsx'
import { SendNow } from './SendNow.tsx'
import { Standing } from './Standing.tsx'
import { StandingFigures } from './StandingFigures.tsx'
import { words } from './words.ts'

/** Alone: what sharing would bring and how to begin. Shared: how it stands, why not, what to do. */
export function StateSide({ sync }: { sync: SyncState }) {
  if (sync.sharing === 'alone') {
    return (
      <div className={style.sections}>
        <section className={style.section}>
          <Standing tone="info" sentence={words.aloneTitle} safe={words.aloneSafe} />
          <h2>{words.whyShare}</h2>
          <ul className={style.list}>
            {words.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
        <LinkServer />
      </div>
    )
  }
  return (
    <div className={style.sections}>
      <section className={style.section} aria-label={words.what}>
        <HowItStands sync={sync} />
        <StandingFigures sync={sync} />
        <SendNow sync={sync} />
      </section>
      <div className={style.stack}>
        {sync.mustEnrol === null ? null : <EnrolAgain why={sync.mustEnrol} />}
        {mayGiveUp(sync) ? <UnfinishedRooms sync={sync} /> : null}
        {sync.centre === null ? <LinkServer /> : <Leave sync={sync} centre={sync.centre} />}
      </div>
    </div>
  )
}
