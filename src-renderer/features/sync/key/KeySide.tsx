import type { SyncState } from '#shared/contract/syncAnswers.ts'
import style from '../Sync.module.css'
import { ExportKey } from './ExportKey.tsx'
import { ImportKey } from './ImportKey.tsx'
import { words } from './words.ts'

/** The same changes by a third way: what leaves, and what comes in once it has been looked at. */
export function KeySide({ sync }: { sync: SyncState }) {
  return (
    <div className={style.stack}>
      <p className={style.hint}>{words.lead}</p>
      <div className={style.sections}>
        <ExportKey hasRoom={sync.room !== null && !sync.room.isHub} />
        <ImportKey />
      </div>
    </div>
  )
}
