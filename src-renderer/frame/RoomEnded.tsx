import { useState } from 'react'
import { useSync } from '../sharing/useSync.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import style from './Frame.module.css'
import { words } from './words.ts'

/** The room one was in is closed: one sentence, wherever one is, until it is noted. It stands in nobody's way. */
export function RoomEnded() {
  const ended = useSync()?.roomEnded ?? null
  const [noted, setNoted] = useState<string | null>(null)
  if (ended === null || ended.leaseId === noted) return null
  return (
    <section className={style.told} aria-label={words.roomEnded}>
      <Notice tone="info" isAlert>
        {words.roomEndedWords(ended.hubName)}
      </Notice>
      <Button onPress={() => setNoted(ended.leaseId)}>{words.understood}</Button>
    </section>
  )
}
