import type { SyncRole } from '#shared/contract/syncAnswers.ts'
import { Notice } from '../ui/Notice.tsx'
import style from './Frame.module.css'
import { isOnlyRead } from './places.ts'
import { words } from './words.ts'

/** A place that whoever holds the laptop reads, and that somebody else writes: said where he stands, before he types. */
export function OnlyRead({ role, pathname }: { role: SyncRole | null; pathname: string }) {
  if (!isOnlyRead(role, pathname)) return null
  return (
    <section className={style.told} aria-label={words.onlyRead}>
      <Notice tone="info">{words.onlyReadWords}</Notice>
    </section>
  )
}
