import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Select } from '../../../ui/Select.tsx'
import style from '../Screen.module.css'
import { useDocumentsAddress } from '../useDocumentsAddress.ts'
import { words } from '../words.ts'
import { AddTemplate } from './AddTemplate.tsx'
import { FieldPicker } from './FieldPicker.tsx'
import own from './Templates.module.css'
import { TemplateVersions } from './TemplateVersions.tsx'
import { targetName, templateTargets } from './targetName.ts'

/** The committee's own Word files: which serves, its versions, the fields it may print. */
export function TemplatesSide() {
  const { address, goTo } = useDocumentsAddress()
  const target = templateTargets.find((each) => each === address.target) ?? 'letterhead'
  const list = useRead('template.list', {})
  return (
    <div className={own.halves}>
      <div className={own.half}>
        <p className={style.hint}>{words.templatesHint}</p>
        <Select
          label={words.target}
          value={target}
          options={templateTargets.map((value) => ({
            value,
            label: value === 'letterhead' ? words.letterheadOfAll : targetName(value),
          }))}
          onChange={(chosen) => goTo({ target: chosen })}
        />
        <Reading read={list}>
          {(templates) => (
            <TemplateVersions
              key={target}
              target={target}
              templates={templates.filter(({ document }) => document === target)}
            />
          )}
        </Reading>
        <AddTemplate key={target} target={target} />
      </div>
      <FieldPicker key={target} target={target} />
    </div>
  )
}
