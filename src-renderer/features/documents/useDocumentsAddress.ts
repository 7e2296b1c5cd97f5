import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export const documentViews = ['seance', 'lettres', 'communication', 'modeles', 'preuve'] as const
export type DocumentsView = (typeof documentViews)[number]

/** What the address of the documents says: every word may be missing, typed by hand or old. */
export interface DocumentsAddress {
  readonly session?: string
  readonly view?: string
  readonly document?: string
  readonly reading?: string
  /** Of the letters: those shown, the chosen candidature and the one of its documents. */
  readonly etat?: string
  readonly candidature?: string
  readonly piece?: string
  /** The act that follows the session is being keyed. */
  readonly acte?: string
  /** Document whose templates are shown. */
  readonly target?: string
}

/** The address, and how to change some of its words; an empty word leaves it. `isStep`: one comes back from it with Back. */
export function useDocumentsAddress() {
  const address = useSearch({ strict: false }) as DocumentsAddress
  const navigate = useNavigate()
  const goTo = useCallback(
    (set: DocumentsAddress, { isStep = false }: { readonly isStep?: boolean } = {}) =>
      void navigate({
        to: '/documents',
        search: (current: Record<string, string>) => ({ ...current, ...set }),
        replace: !isStep,
      }),
    [navigate],
  )
  return { address, goTo }
}

export const viewOf = ({ view }: DocumentsAddress): DocumentsView =>
  documentViews.find((known) => known === view) ?? 'seance'
