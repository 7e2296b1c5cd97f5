import { memo, useState } from 'react'
import type { RankingWatch } from '#shared/domain/ranking/rankingWatch.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Tag } from '../../../ui/Tag.tsx'
import style from './MarksGrid.module.css'
import { marksWords } from './words.ts'

/** Why this point deserves a debate and how firm its rank is: computed only for who unfolds it. */
export const WatchNotes = memo(function WatchNotes({
  callId,
  candidatureId,
}: {
  callId: string
  candidatureId: string
}) {
  const [isUnfolded, setUnfolded] = useState(false)
  const watch = useRead('ranking.watch', { callId }, { isEnabled: isUnfolded })
  return (
    <details className={style.fold} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>{marksWords.watch}</summary>
      {isUnfolded ? (
        <Reading read={watch}>{(value) => <Notes watch={value} candidatureId={candidatureId} />}</Reading>
      ) : null}
    </details>
  )
})

function Notes({ watch, candidatureId }: { watch: RankingWatch; candidatureId: string }) {
  const reasons = watch.toDebate.find((each) => each.candidatureId === candidatureId)?.reasons ?? []
  const fragile = watch.fragile.find((each) => each.candidatureId === candidatureId)
  const numbers = [...watch.toDebate, ...watch.fragile].find((each) => each.candidatureId === candidatureId)
  const absent = watch.withoutAbsentMarkers.find(({ number }) => number === numbers?.number)
  if (reasons.length === 0 && fragile === undefined && absent === undefined) {
    return <p className={style.hint}>{marksWords.watchNothing}</p>
  }
  return (
    <>
      {reasons.length === 0 ? null : (
        <div>
          <Tag tone="reserved">{marksWords.toDebate}</Tag>
          <ul className={style.lines}>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {fragile === undefined ? null : (
        <div>
          <Tag tone="check">{marksWords.fragile}</Tag>
          <ul className={style.lines}>
            {fragile.moves.map((move) => (
              <li key={move}>{move}</li>
            ))}
          </ul>
        </div>
      )}
      {absent === undefined ? null : (
        <p>
          {marksWords.withoutAbsent(
            absent.rankWith === null ? '–' : String(absent.rankWith),
            absent.rankWithout === null ? '–' : String(absent.rankWithout),
          )}
        </p>
      )}
    </>
  )
}
