import { memo } from 'react'
import { frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { MarksGridView } from '#shared/domain/session/marksGridView.ts'
import { DotStrip } from '../../../ui/DotStrip.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import style from './MarksGrid.module.css'
import { rangeAround } from './rangeAround.ts'
import { marksWords } from './words.ts'

/** Where the marks stand: sealed, or the score with its rank, its dots and the gap between the sheets. */
export const MarksHead = memo(function MarksHead({
  view,
  tiedWith,
}: {
  view: MarksGridView
  tiedWith: string
}) {
  if (view.sealed) {
    return (
      <p className={style.line}>
        <Tag tone="check">{marksWords.sealed}</Tag>
        <span className={style.hint}>{marksWords.sealedHint}</span>
      </p>
    )
  }
  const totals = view.rows.flatMap(({ status, total }) =>
    status === 'filed' && total !== null ? [Number(total)] : [],
  )
  const { total, rank, gap, gapAlert, revealedAt } = view
  return (
    <div className={style.line}>
      {total === null ? null : (
        <span className={style.score}>
          {frenchDecimal(total)}
          {rank === null ? '' : `, ${marksWords.rank(rank)}`}
        </span>
      )}
      {tiedWith === '' ? null : <Tag tone="check">{marksWords.tied(tiedWith)}</Tag>}
      {totals.length < 2 ? null : (
        <DotStrip
          title={marksWords.stripTitle(totals.map((each) => each.toFixed(2).replace('.', ',')).join(' ; '))}
          totals={totals}
          mark={total === null ? null : Number(total)}
          range={rangeAround(totals)}
        />
      )}
      {gap === null ? null : gapAlert ? (
        <Tag tone="reserved">
          {marksWords.gap(frenchDecimal(gap))} · {marksWords.gapAlert}
        </Tag>
      ) : (
        <span className={style.hint}>{marksWords.gap(frenchDecimal(gap))}</span>
      )}
      {revealedAt === null ? null : <span className={style.hint}>{marksWords.revealedAt(revealedAt)}</span>}
    </div>
  )
})
