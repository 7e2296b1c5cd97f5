import { useEffect } from 'react'
import { announce } from '../ui/announce.ts'

/** Names the window after what it shows, and says it to a screen reader when one arrives. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Délibéré`
    announce(title)
  }, [title])
}
