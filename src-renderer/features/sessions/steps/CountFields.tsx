import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { ballotWords, words } from '../words.ts'
import style from './ItemPanel.module.css'
import { type Counts, countTotal } from './voteDraft.ts'
import { stepWords } from './words.ts'

/** The figures. Keying one takes from, or gives back to, the votes for: the total stays that of the room. */
export function CountFields({
  counts,
  isSecret,
  voters,
  onCounts,
}: {
  counts: Counts
  /** Papers may be blank or spoiled. */
  isSecret: boolean
  voters: number
  onCounts: (counts: Counts | null) => void
}) {
  const total = countTotal(counts)
  const set = (key: keyof Counts, value: number | null) => {
    const next = { ...counts, [key]: value ?? 0 }
    if (key === 'for') return onCounts(next)
    const others = countTotal(next) - next.for
    onCounts({ ...next, for: Math.max(0, voters - others) })
  }
  return (
    <>
      <div className={style.counts}>
        {(isSecret ? [...ballots, ...papers] : ballots).map(({ key, label }) => (
          <NumberField
            key={key}
            label={label}
            value={counts[key]}
            maximum={voters}
            onCommit={(value) => set(key, value)}
          />
        ))}
        <Button variant="quiet" onPress={() => onCounts(null)}>
          {words.unanimous}
        </Button>
      </div>
      {total === voters ? null : (
        <p className={style.wrong} role="alert">
          ✗ {words.countWrong(total, voters)}
        </p>
      )}
    </>
  )
}

const ballots = [
  { key: 'for', label: ballotWords.for },
  { key: 'against', label: ballotWords.against },
  { key: 'abstention', label: ballotWords.abstention },
  { key: 'notTakingPart', label: ballotWords['not-taking-part'] },
] as const

const papers = [
  { key: 'blank', label: stepWords.blank },
  { key: 'spoiled', label: stepWords.spoiled },
] as const
