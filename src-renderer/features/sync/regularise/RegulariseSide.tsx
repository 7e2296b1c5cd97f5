import { useEffect, useRef } from 'react'
import type { RegulariseLine } from '#shared/contract/syncAnswers.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { EmptyPlace } from '../../../ui/EmptyPlace.tsx'
import { RefusedChange } from './RefusedChange.tsx'
import style from './Regularise.module.css'
import { words } from './words.ts'

/** [SY25] Every refused writing of this laptop, until somebody takes it up again or lets it go. Nothing goes in silence. */
export function RegulariseSide() {
  const read = useRead('sync.to-regularise', {})
  return <Reading read={read}>{(lines) => <Lines lines={lines} />}</Reading>
}

function Lines({ lines }: { lines: readonly RegulariseLine[] }) {
  const title = useRef<HTMLHeadingElement>(null)
  const before = useRef(lines.length)
  // The line that held the focus is gone: the focus goes to the head of what is left, not to the top of the window.
  useEffect(() => {
    if (lines.length < before.current && document.activeElement === document.body) title.current?.focus()
    before.current = lines.length
  }, [lines.length])
  if (lines.length === 0) return <EmptyPlace title={words.emptyTitle}>{words.empty}</EmptyPlace>
  return (
    <section className={style.side}>
      <h2 ref={title} tabIndex={-1} className={style.count}>
        {words.count(lines.length)}
      </h2>
      <p className={style.hint}>{lines.length === 1 ? words.leadOne : words.lead}</p>
      <ol className={style.lines}>
        {lines.map((line) => (
          <li key={line.cid}>
            <RefusedChange line={line} />
          </li>
        ))}
      </ol>
    </section>
  )
}
