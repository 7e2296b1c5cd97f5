import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** The address may name a sheet (`fiche=`), after a code that led to another point: its row takes the keys once it is there. */
export function useSheetOfAddress(isThere: boolean, focusRow: (evaluatorId: string) => void): void {
  const { fiche } = useSearch({ strict: false }) as { fiche?: string }
  const done = useRef<string | null>(null)
  useEffect(() => {
    if (!isThere || fiche === undefined || done.current === fiche) return
    done.current = fiche
    focusRow(fiche)
  }, [isThere, fiche, focusRow])
}
