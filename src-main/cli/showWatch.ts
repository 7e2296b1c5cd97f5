import type { RankingWatch } from '#shared/domain/ranking/rankingWatch.ts'

/** What deserves a debate before amounts are settled, one paragraph a subject; nothing is said of what is quiet. */
export function watchText(watch: RankingWatch): string {
  const paragraphs = [
    titled(
      'À débattre',
      watch.toDebate.map((row) => `${nameOf(row)} : ${row.reasons.join(' ; ')}`),
    ),
    titled(
      'Fragile : une note d’un cran de plus ou de moins y changerait un rang ou un montant',
      watch.fragile.flatMap((row) => [nameOf(row), ...row.moves.map((move) => `  ${move}`)]),
    ),
    titled(
      `Sans les notes qui manquent à ${watch.absentMarkers.join(', ')}`,
      watch.withoutAbsentMarkers.map(
        ({ number, applicant, rankWith, rankWithout }) =>
          `n° ${number}, ${applicant} : rang ${rankWith ?? '—'}, ${rankWithout ?? '—'} sans elles`,
      ),
    ),
  ].filter((paragraph) => paragraph !== '')
  return paragraphs.length === 0 ? 'Rien à signaler dans ce classement.' : paragraphs.join('\n\n')
}

const titled = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`${title} :`, ...lines.map((line) => `  ${line}`)].join('\n')

const nameOf = (row: { readonly number: number; readonly applicant: string; readonly rank: number | null }) =>
  `n° ${row.number}, ${row.applicant}${row.rank === null ? '' : ` (rang ${row.rank})`}`
