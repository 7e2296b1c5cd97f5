import { frenchList } from './typography.ts'

/** « page 4 », « pages 1 à 3, 5 et 8 »; the numbers from 1, in order. */
export function pagesInWords(pages: readonly number[]): string {
  const stretches: [from: number, to: number][] = []
  for (const page of pages) {
    const last = stretches.at(-1)
    if (last !== undefined && page === last[1] + 1) last[1] = page
    else stretches.push([page, page])
  }
  const words = stretches.flatMap(([from, to]) =>
    to - from >= 2 ? [`${from} à ${to}`] : to === from ? [`${from}`] : [`${from}`, `${to}`],
  )
  return `${pages.length > 1 ? 'pages' : 'page'} ${frenchList(words)}`
}
