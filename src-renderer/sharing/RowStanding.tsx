import { Tag } from '../ui/Tag.tsx'
import style from './Standing.module.css'
import { standingParts } from './standingParts.ts'
import { useRowStanding } from './standingsShown.ts'

/** In a row, the gravest word alone; its sentence when one points at it. */
export function RowStanding({ entity }: { entity: string }) {
  const standing = useRowStanding(entity)
  const [part] = standing === undefined ? [] : standingParts([standing])
  if (part === undefined) return null
  return (
    <span className={style.row} title={part.sentence}>
      <Tag tone={part.tone}>{part.label}</Tag>
    </span>
  )
}
