import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Dossier.module.css'
import type { InstructionChanges } from './useInstructionChanges.ts'
import { words } from './words.ts'

type Correspondent = Instruction['correspondent']

/** To whom the letters go. */
export function CorrespondentFields({
  correspondent,
  changes: { changeCorrespondent: change },
}: {
  correspondent: Correspondent
  changes: InstructionChanges
}) {
  return (
    <section className={style.section}>
      <h2>{words.correspondent}</h2>
      <div className={style.row}>
        <Select
          label={words.civility}
          value={correspondent.civility}
          options={(['', 'Madame', 'Monsieur'] as const).map((value) => ({
            value,
            label: value === '' ? words.noCivility : value,
          }))}
          onChange={(civility) => change({ civility })}
        />
        <TextField
          label={words.name}
          value={correspondent.name}
          onCommit={(name) => change({ name: name.trim() })}
        />
        <TextField
          label={words.capacity}
          value={correspondent.capacity}
          onCommit={(capacity) => change({ capacity: capacity.trim() })}
        />
      </div>
      <TextField
        label={words.address}
        description={words.addressHint}
        value={correspondent.address}
        multiline
        maxLength={1000}
        onCommit={(address) => change({ address: address.trim() })}
      />
      <div className={style.row}>
        <TextField
          label={words.email}
          value={correspondent.email}
          onCommit={(email) => change({ email: email.trim() })}
        />
        <Select
          label={words.place}
          value={correspondent.place ?? 'auto'}
          options={[
            { value: 'auto' as const, label: words.placeAuto },
            ...(['metropole', 'overseas', 'abroad'] as const).map((value) => ({
              value,
              label: words.places[value],
            })),
          ]}
          onChange={(place) => change({ place: place === 'auto' ? null : place })}
        />
      </div>
      <Checkbox
        isSelected={correspondent.isNaturalPerson}
        onChange={(isNaturalPerson) => change({ isNaturalPerson })}
      >
        {words.natural}
      </Checkbox>
    </section>
  )
}
