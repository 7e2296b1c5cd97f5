import type { ReactNode } from 'react'
import style from './ItemPanel.module.css'
import { type StepId, stepIds } from './step.ts'
import { stepWords } from './words.ts'

/** One step of a point: its figure, its name, what goes beside the name, its content. */
export function StepSection({
  id,
  beside,
  children,
}: {
  id: StepId
  beside?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={style.step} data-step={id}>
      <div className={style.stepHead}>
        <h3>
          <span className={style.figure}>{stepIds.indexOf(id) + 1}</span> {stepWords[id]}
        </h3>
        {beside}
      </div>
      {children}
    </section>
  )
}
