import { createContext, useContext } from 'react'

/**
 * The first-run screen stays while something must be read on it (the recovery code) although a file is already open.
 * Gives the function that holds it and lets it go.
 */
export const HoldHomeContext = createContext<(isHeld: boolean) => void>(() => {})

export const useHoldHome = () => useContext(HoldHomeContext)
