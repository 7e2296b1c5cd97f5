import type { ScenarioBoard } from '#shared/domain/envelope/scenarioView.ts'
import style from './Scenarios.module.css'
import { words } from './words.ts'

/** Who could be served with the money now free; proposals, in rank order. */
export function WaitingList({ board: { waitingList } }: { board: ScenarioBoard }) {
  if (waitingList.length === 0) return null
  return (
    <section className={style.editor}>
      <h2>{words.waiting}</h2>
      <ul className={style.sentences}>
        {waitingList.map(({ candidatureId, sentence }) => (
          <li key={candidatureId}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
