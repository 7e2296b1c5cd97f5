import { frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { RankingRowView } from '#shared/domain/ranking/rankingView.ts'
import { Amount } from '../../ui/Amount.tsx'
import { DotStrip } from '../../ui/DotStrip.tsx'
import { Tag } from '../../ui/Tag.tsx'
import style from './RankingTable.module.css'
import { dotStripWords, notRankedWords, words } from './words.ts'

/** One ranked candidature. Its name is the button that opens the explanation. */
export function RankingRow({
  row,
  tie,
  isOpened,
  isNarrow,
  range,
  position,
  onPoint,
  onOpen,
}: {
  row: RankingRowView
  tie: 'first' | 'middle' | 'last' | null
  isOpened: boolean
  isNarrow: boolean
  range: { readonly from: number; readonly to: number }
  /** Place in the other order; undefined when the two are not compared. */
  position: number | null | undefined
  onPoint: () => void
  onOpen: () => void
}) {
  return (
    <tr className={style.row} data-opened={isOpened} onMouseEnter={onPoint}>
      <td className={style.rank} data-tie={tie ?? 'none'}>
        {row.rank ?? '–'}
        {row.tiedWith.length === 0 ? null : (
          <span className="visually-hidden"> {words.tie(row.tiedWith)}</span>
        )}
      </td>
      {position === undefined ? null : (
        <td className={style.end} data-moved={position !== null && position !== row.rank}>
          {position ?? '–'}
        </td>
      )}
      <td className={style.end}>{row.number}</td>
      <th scope="row" className={style.names}>
        <button
          type="button"
          data-row
          className={style.open}
          aria-expanded={isOpened}
          onClick={onOpen}
          onFocus={onPoint}
        >
          <span className={style.applicant}>{row.applicant}</span>
          <span className={style.project} title={row.title}>
            {row.title}
          </span>
        </button>
      </th>
      {isNarrow ? null : (
        <td>
          <DotStrip
            title={dotStripWords(row)}
            totals={row.sheetTotals.map(({ total }) => Number(total))}
            range={range}
            mark={row.score === null ? null : Number(row.score)}
          />
        </td>
      )}
      <td className={style.score}>
        {row.score === null
          ? row.notRanked === null
            ? '–'
            : notRankedWords[row.notRanked]
          : frenchDecimal(row.score)}
      </td>
      <td className={style.end}>
        <Amount cents={row.requestedCents} />
      </td>
      <td className={style.proposed}>
        {row.award.amountCents === 0 ? null : <Amount cents={row.award.amountCents} />}
      </td>
      {isNarrow ? null : (
        <td className={style.signsCell}>
          <Signs row={row} />
        </td>
      )}
    </tr>
  )
}

function Signs({ row }: { row: RankingRowView }) {
  return (
    <span className={style.signs}>
      {row.award.status === 'partial' ? <Tag tone="reserved">{words.partial}</Tag> : null}
      {row.knockedOutBy.length === 0 ? null : (
        <Tag tone="unfavourable">{words.knockedOut(row.knockedOutBy)}</Tag>
      )}
      {row.belowMinimum ? <Tag tone="unfavourable">{words.belowMinimum}</Tag> : null}
      {row.gapAlert ? <Tag tone="check">{words.gap}</Tag> : null}
      {row.tiedWith.length === 0 ? null : <Tag tone="check">{words.tie(row.tiedWith)}</Tag>}
      {row.decidedBy === null ? null : <Tag tone="neutral">{words.decidedBy}</Tag>}
      {row.recused.length === 0 ? null : <Tag tone="neutral">{words.recused(row.recused.length)}</Tag>}
      {row.missingSheets.length === 0 ? null : (
        <Tag tone="neutral">{words.missingSheets(row.missingSheets.length)}</Tag>
      )}
    </span>
  )
}
