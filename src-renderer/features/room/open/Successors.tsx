import { useRead } from '../../../bridge/useRead.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import style from '../Room.module.css'
import { words } from '../words.ts'
import { type Candidate, mayTakeOver } from './mayTakeOver.ts'

/** Laptops that may go on, in the order in which they are ticked. */
export function Successors({
  chosen,
  onChange,
}: {
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}) {
  const people = useRead('sync.people.list', {})
  const isUnknown = people.refusal !== null
  const candidates = people.value === undefined ? [] : mayTakeOver(people.value)
  const toggle = ({ deviceId }: Candidate, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, deviceId] : chosen.filter((id) => id !== deviceId))
  return (
    <fieldset className={style.section}>
      <legend className={style.legend}>{words.successors}</legend>
      <p className={style.hint}>
        {isUnknown
          ? words.successorsUnknown
          : candidates.length === 0
            ? words.noSuccessors
            : words.successorsHint}
      </p>
      {candidates.map((candidate) => {
        const rank = chosen.indexOf(candidate.deviceId) + 1
        return (
          <Checkbox
            key={candidate.deviceId}
            isSelected={rank > 0}
            onChange={(isChosen) => toggle(candidate, isChosen)}
          >
            {candidate.person} · {candidate.device}
            {rank > 0 ? <strong> · {words.order(rank)}</strong> : null}
          </Checkbox>
        )
      })}
    </fieldset>
  )
}
