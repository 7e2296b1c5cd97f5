import { Link } from '@tanstack/react-router'
import { frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { RankExplanation } from '#shared/domain/ranking/rankingView.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { formatAmount } from '../../ui/formatAmount.ts'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { useHotkeys } from '../../ui/useHotkeys.ts'
import style from './Explanation.module.css'
import { aggregationLine, excludedWords, outsideWords, words } from './words.ts'

/** Why this rank: the addition one could do by hand, sheet by sheet, and what one step would change (P4). */
export function Explanation({ candidatureId, onClose }: { candidatureId: string; onClose: () => void }) {
  const read = useRead('ranking.explain', { candidatureId })
  useHotkeys({ Escape: onClose })
  return (
    <SidePanel
      title={read.value === undefined ? '' : words.explanation(read.value.row)}
      width="wide"
      onClose={onClose}
    >
      <Reading read={read}>
        {(explanation) => (
          <>
            <ul className={style.sentences}>
              {explanation.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <Link to={`/candidatures/${candidatureId}`}>{words.openDossier}</Link>
            <section className={style.section}>
              <h3>{words.addition}</h3>
              {explanation.row.score === null ? null : (
                <p className={style.sum}>{aggregationLine(explanation)}</p>
              )}
              {explanation.sheets.map((sheet, index) => (
                <SheetAddition key={sheet.evaluator} sheet={sheet} isOpen={index === 0} />
              ))}
            </section>
            <section className={style.section}>
              <h3>{words.sensitivity}</h3>
              {explanation.sensitivity.length === 0 ? (
                <p className={style.quiet}>{words.sensitivityNone}</p>
              ) : (
                <ul className={style.steps}>
                  {explanation.sensitivity.map((step) => (
                    <li key={`${step.evaluator}/${step.criterionCode}/${step.to}`}>
                      {step.evaluator}, {step.criterionCode}, {step.from} → {step.to} : rang{' '}
                      {step.newRank ?? '–'}, {formatAmount(step.newAwardCents)}
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </>
        )}
      </Reading>
    </SidePanel>
  )
}

function SheetAddition({ sheet, isOpen }: { sheet: RankExplanation['sheets'][number]; isOpen: boolean }) {
  const total = sheet.total === null ? '–' : frenchDecimal(sheet.total)
  return (
    <details className={style.sheet} open={isOpen}>
      <summary>
        <span>{sheet.evaluator}</span>
        <span className={style.total}>{sheet.excluded === null ? total : excludedWords[sheet.excluded]}</span>
      </summary>
      <table className={style.lines}>
        <caption className="visually-hidden">{sheet.evaluator}</caption>
        <thead>
          <tr>
            <th scope="col">{words.criterion}</th>
            <th scope="col">{words.mark}</th>
            <th scope="col">{words.weight}</th>
            <th scope="col">{words.points}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={line.code} data-outside={line.outside !== null}>
              <th scope="row">
                {line.label}
                {line.comment === '' ? null : <span className={style.comment}>{line.comment}</span>}
              </th>
              <td>
                {line.mark ?? '–'}
                {line.outside === null ? ` / ${line.maximum}` : ''}
              </td>
              <td>{line.outside === 'informative' ? '' : line.weight}</td>
              <td>{line.outside === null ? frenchDecimal(line.points ?? '') : outsideWords[line.outside]}</td>
            </tr>
          ))}
        </tbody>
        {sheet.excluded === null ? (
          <tfoot>
            <tr>
              <th scope="row">{words.sheetTotal}</th>
              <td />
              <td>{sheet.weightsCounted}</td>
              <td>{total}</td>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </details>
  )
}
