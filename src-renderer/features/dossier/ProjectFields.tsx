import type { InputOf } from '#shared/contract/contract.ts'
import type { Dossier } from '#shared/domain/dossier/dossier.ts'
import { TextField } from '../../ui/TextField.tsx'
import style from './Dossier.module.css'
import { words } from './words.ts'

export interface ProjectFieldsProps {
  readonly dossier: Dossier
  readonly onChange: (set: InputOf<'dossier.change'>['set']) => void
}

/** What is asked for, in the words of the applicant. */
export function ProjectFields({ dossier, onChange }: ProjectFieldsProps) {
  return (
    <section className={style.section}>
      <h2>{words.project}</h2>
      <TextField
        label={words.projectTitle}
        value={dossier.title}
        onCommit={(title) => {
          const line = title.replace(/\s+/g, ' ').trim()
          if (line !== '') onChange({ title: line })
        }}
        multiline
        rows={1}
        maxLength={500}
      />
      <TextField
        label={words.description}
        value={dossier.description}
        onCommit={(description) => onChange({ description })}
        multiline
        maxLength={100_000}
      />
      <TextField
        label={words.objectives}
        value={dossier.objectives}
        onCommit={(objectives) => onChange({ objectives })}
        multiline
        maxLength={100_000}
      />
      <TextField
        label={words.annexes}
        description={words.annexesWords}
        value={dossier.annexes.join('\n')}
        onCommit={(text) => onChange({ annexes: linesOf(text) })}
        multiline
      />
      <p className={style.hint}>
        {words.source} : {dossier.source === '' ? words.typed : dossier.source}
      </p>
    </section>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 500))
    .filter((line) => line !== '')
    .slice(0, 200)
