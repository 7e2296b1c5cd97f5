import type { ReactNode } from 'react'
import style from './FieldList.module.css'

/** Facts to read: a name on the left, its value on the right. */
export function FieldList({
  items,
}: {
  items: readonly { readonly name: string; readonly value: ReactNode }[]
}) {
  return (
    <dl className={style.list}>
      {items.map((item) => (
        <div key={item.name} className={style.item}>
          <dt className={style.name}>{item.name}</dt>
          <dd className={style.value}>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
