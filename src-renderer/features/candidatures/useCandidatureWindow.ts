import { useCallback, useRef, useState } from 'react'
import type { CandidaturePage, CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import { useReadMany } from '../../bridge/useReadMany.ts'
import type { ListQuery } from '../../frame/listAddress.ts'

const pageSize = 100

export interface CandidatureWindow {
  /** Null until the first page of the first query. */
  readonly summary: Pick<CandidaturePage, 'total' | 'requestedCentsTotal' | 'departments'> | null
  readonly rowAt: (index: number) => CandidatureRow | undefined
  /** The rows that are read among those in sight. */
  readonly inSight: readonly CandidatureRow[]
  readonly onWindow: (first: number, last: number) => void
}

/**
 * The rows in sight of a list that the database sorts and filters, read by pages of 100 as one scrolls. While another query is
 * read, the rows of the previous one stay, so that typing in the search field does not blink.
 */
export function useCandidatureWindow(query: ListQuery): CandidatureWindow {
  const [inSight, setInSight] = useState({ first: 0, last: 0 })
  const onWindow = useCallback((first: number, last: number) => {
    setInSight((now) => (now.first === first && now.last === last ? now : { first, last }))
  }, [])
  const firstPage = Math.floor(inSight.first / pageSize)
  const lastPage = Math.min(Math.floor(inSight.last / pageSize), firstPage + 3)
  const pageNumbers = Array.from({ length: lastPage - firstPage + 1 }, (_, at) => firstPage + at)
  const answers = useReadMany(
    'candidature.list',
    pageNumbers.map((page) => ({ ...query, offset: page * pageSize, limit: pageSize })),
  )
  const pages = new Map(pageNumbers.map((page, at) => [page, answers[at]]))
  const known = answers.find((answer) => answer !== undefined)

  const key = JSON.stringify(query)
  const shown = useRef<{ key: string; pages: typeof pages; summary: CandidaturePage } | null>(null)
  if (known !== undefined) shown.current = { key, pages, summary: known }
  else if (shown.current?.key === key) shown.current = { ...shown.current, pages }

  const current = shown.current
  const rowAt = (index: number) => current?.pages.get(Math.floor(index / pageSize))?.rows[index % pageSize]
  return {
    summary: current?.summary ?? null,
    rowAt,
    inSight: Array.from({ length: inSight.last - inSight.first + 1 }, (_, at) =>
      rowAt(inSight.first + at),
    ).filter((row) => row !== undefined),
    onWindow,
  }
}
