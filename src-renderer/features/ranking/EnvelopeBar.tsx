import type { RankingView } from '#shared/domain/ranking/rankingView.ts'
import style from './EnvelopeBar.module.css'
import { engaged, upTo, words } from './words.ts'

/** The envelope as one bar, filled row by row down to the one that is pointed at. */
export function EnvelopeBar({ ranking, pointed }: { ranking: RankingView; pointed: string | null }) {
  const { envelopeCents, rows } = ranking
  if (envelopeCents === null || envelopeCents === 0)
    return <p className={style.caption}>{words.noEnvelope}</p>
  const served = rows.filter((row) => row.award.amountCents > 0)
  const place = rows.findIndex((row) => row.candidatureId === pointed)
  const row = rows[place]
  const reached = rows.slice(0, place + 1).reduce((sum, each) => sum + each.award.amountCents, 0)
  const caption =
    row === undefined
      ? engaged(ranking.awardedCents, envelopeCents, ranking.remainingCents ?? 0)
      : upTo(row, reached, envelopeCents)
  return (
    <div className={style.envelope}>
      <div className={style.bar} aria-hidden="true">
        {served.map((each) => (
          <span
            key={each.candidatureId}
            className={style.part}
            data-filled={row === undefined || rows.indexOf(each) <= place}
            data-pointed={each.candidatureId === pointed}
            style={{ width: `${(each.award.amountCents / envelopeCents) * 100}%` }}
          />
        ))}
      </div>
      <p className={style.caption}>
        <strong>{words.envelope}</strong> · {caption}
      </p>
    </div>
  )
}
