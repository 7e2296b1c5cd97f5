import { memo } from 'react'
import type { InstanceType } from '#shared/domain/committee/committee.ts'
import type { QuorumCount } from '#shared/domain/session/session.ts'
import { words } from '../words.ts'
import { quorumArithmetic } from './quorumArithmetic.ts'
import style from './RoomPanel.module.css'

/** Whether enough members are there, in large figures, with the addition behind it. */
export const QuorumBlock = memo(function QuorumBlock({
  quorum,
  type,
}: {
  quorum: QuorumCount
  type: InstanceType
}) {
  const verdict = quorum.applies
    ? quorum.reached
      ? words.quorumReached
      : words.quorumMissing
    : words.quorumNone
  return (
    <section className={style.block}>
      <h2 className={style.title}>{words.quorum}</h2>
      <div className={style.quorum}>
        <p className={style.figure} data-reached={quorum.reached}>
          {quorum.counted} <span className={style.required}>/ {quorum.required}</span>
        </p>
        <p className={style.verdict} data-reached={quorum.reached} role="status">
          <span aria-hidden="true">{quorum.reached ? '✓' : '✗'}</span> {verdict}
        </p>
      </div>
      <p className={style.hint}>{quorumArithmetic(quorum, type)}</p>
    </section>
  )
})
