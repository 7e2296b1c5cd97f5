import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { type TrustPart, trustParts } from '../sharing/trustParts.ts'
import { useRoom } from '../sharing/useRoom.ts'
import { useSync } from '../sharing/useSync.ts'
import { announce } from '../ui/announce.ts'
import { toneSigns } from '../ui/tone.ts'
import style from './TrustButton.module.css'
import { words } from './words.ts'

/** How the file stands with the other laptops, in one line; it leads to « Envoyer et recevoir ». */
export function TrustButton() {
  const sync = useSync()
  const room = useRoom(sync)
  const navigate = useNavigate()
  const parts = sync === undefined ? [] : trustParts(sync, room, new Date())
  useAnnouncedAttention(parts)
  if (sync === undefined) return null
  const open = () =>
    void navigate(
      sync.room?.mayTakeOver === true
        ? { to: '/salle' }
        : sync.toRegularise > 0
          ? { to: '/envoyer', search: { view: 'regulariser' } }
          : { to: '/envoyer' },
    )
  return (
    <Button className={style.line ?? ''} onPress={open} aria-label={spoken(parts)}>
      {parts.map(({ tone, sentence }) => (
        <span key={sentence} className={`${style.part} ${style[tone]}`}>
          <span className={style.sign} aria-hidden="true">
            {signs[tone]}
          </span>
          <span className={style.words}>{sentence}</span>
        </span>
      ))}
    </Button>
  )
}

const spoken = (parts: readonly TrustPart[]): string =>
  `${parts.map(({ sentence }) => sentence).join('. ')}. ${words.openSharing}`

/** « i » in a circle would be a help: what is merely told has a ring. */
const signs = { ...toneSigns, info: '○', favourable: '●' } as const

/** What newly asks for a human is said once to a screen reader; the hour of the last contact is not, at every change. */
function useAnnouncedAttention(parts: readonly TrustPart[]): void {
  const asked = parts.slice(0, -1).map(({ sentence }) => sentence)
  const known = useRef<readonly string[] | null>(null)
  useEffect(() => {
    const fresh = known.current === null ? [] : asked.filter((sentence) => !known.current?.includes(sentence))
    known.current = asked
    if (fresh.length > 0) announce(fresh.join('. '))
  })
}
