import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { useHotkeys } from '../../ui/useHotkeys.ts'
import { Wall } from './Wall.tsx'
import { words } from './words.ts'

/** The page of the wall: whatever the secretary sends there, and nothing that could be clicked. */
export function Screen() {
  const { sessionId = '' } = useParams({ strict: false }) as { sessionId?: string }
  const view = useRead('projection.get', { sessionId }, { keepPrevious: true })
  const [theme, setTheme] = useState<'light' | 'dark' | null>(null)
  useTitle(words.title)
  // Dark or light by the room, whatever the look of the laptop.
  useHotkeys({ t: () => setTheme(theme === 'dark' ? 'light' : 'dark') })
  return (
    <div {...(theme === null ? {} : { style: { colorScheme: theme } })}>
      <Reading read={view}>{(shown) => <Wall view={shown} />}</Reading>
    </div>
  )
}
