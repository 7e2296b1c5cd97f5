import { useState } from 'react'
import type { Applicant, ApplicantKind } from '#shared/domain/dossier/dossier.ts'
import { readDepartment } from '#shared/domain/dossier/readDepartment.ts'
import { FieldList } from '../../ui/FieldList.tsx'
import { formatCount } from '../../ui/formatCount.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './Dossier.module.css'
import { MatchTerritory } from './MatchTerritory.tsx'
import type { DossierChanges } from './useDossierChanges.ts'
import { kindWords, words } from './words.ts'

export interface ApplicantFieldsProps {
  readonly applicant: Applicant
  readonly changes: DossierChanges
}

export function ApplicantFields({ applicant, changes }: ApplicantFieldsProps) {
  const [isUnknown, setUnknown] = useState(false)
  const { department } = applicant
  const changeDepartment = (text: string) => {
    const read = text.trim() === '' ? null : readDepartment(text)
    const isWrong = text.trim() !== '' && read === null
    setUnknown(isWrong)
    if (isWrong) return
    changes.changeApplicant({ department: read })
    if (read !== null) changes.settle(['department'])
  }
  return (
    <section className={style.section}>
      <h2>{words.applicant}</h2>
      <TextField
        label={words.applicantName}
        value={applicant.name}
        onCommit={(name) => {
          if (name.trim() !== '') changes.changeApplicant({ name: name.trim() })
        }}
        maxLength={500}
      />
      <FieldList
        items={[
          {
            name: words.territory,
            value:
              applicant.territoryCode === null ? words.unmatched : words.matched(applicant.territoryCode),
          },
          ...(applicant.siren === null ? [] : [{ name: words.siren, value: applicant.siren }]),
          ...(applicant.population === null
            ? []
            : [{ name: words.population, value: formatCount(applicant.population) }]),
        ]}
      />
      <div>
        <MatchTerritory applicant={applicant} changes={changes} />
      </div>
      <div className={style.row}>
        <Select
          label={words.kind}
          value={applicant.kind}
          options={Object.entries(kindWords).map(([value, label]) => ({
            value: value as ApplicantKind,
            label,
          }))}
          onChange={(kind) => changes.changeApplicant({ kind })}
        />
        <TextField
          label={words.department}
          value={department === null ? '' : `${department.code} · ${department.name}`}
          onCommit={changeDepartment}
          error={isUnknown ? words.departmentUnknown : null}
          maxLength={100}
        />
        <NumberField
          label={words.population}
          value={applicant.population}
          onCommit={(population) => changes.changeApplicant({ population })}
        />
        <TextField
          label={words.siret}
          value={applicant.siret ?? ''}
          onCommit={(siret) => changes.changeApplicant({ siret: siret.trim() === '' ? null : siret.trim() })}
          maxLength={20}
        />
      </div>
    </section>
  )
}
