import { Tag } from '../ui/Tag.tsx'
import style from './Standing.module.css'
import { standingParts } from './standingParts.ts'
import { useStandings } from './useStandings.ts'

/** Beside the name of what is shown: to be sent, refused, late, read only; nothing when the others have it too. */
export function StandingMarks({ entities }: { entities: readonly string[] }) {
  const parts = standingParts(useStandings(entities))
  if (parts.length === 0) return null
  return (
    <span className={style.marks}>
      {parts.map(({ tone, label, sentence }) => (
        <span key={label} title={sentence}>
          <Tag tone={tone}>{label}</Tag>
          <span className="visually-hidden"> {sentence}</span>
        </span>
      ))}
    </span>
  )
}
