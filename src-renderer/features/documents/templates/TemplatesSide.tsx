import { useNavigate, useSearch } from '@tanstack/react-router'
import type { InputOf } from '#shared/contract/contract.ts'
import type { TemplateLine } from '#shared/domain/documents/documentBoard.ts'
import { documentKinds } from '#shared/domain/documents/documentIdentity.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import style from '../Screen.module.css'
import { useSaving } from '../useSaving.ts'
import { words } from '../words.ts'
import { AddTemplate } from './AddTemplate.tsx'
import { FieldPicker } from './FieldPicker.tsx'

export type TemplateTarget = InputOf<'template.fields'>['document']

/** The committee's own Word files: which serves, its versions, the fields it may print. */
export function TemplatesSide() {
  const search = useSearch({ strict: false }) as { target?: string }
  const navigate = useNavigate()
  const target = targets.find((each) => each === search.target) ?? 'letterhead'
  const list = useRead('template.list', {})
  return (
    <div className={style.halves}>
      <div className={style.scrolled}>
        <p className={style.hint}>{words.templatesHint}</p>
        <div className={style.narrow}>
          <Select
            label={words.target}
            value={target}
            options={targets.map((value) => ({
              value,
              label: value === 'letterhead' ? words.letterhead : documentNames[value],
            }))}
            onChange={(chosen) =>
              void navigate({
                to: '/documents',
                search: { ...search, view: 'modeles', target: chosen },
                replace: true,
              })
            }
          />
        </div>
        <Reading read={list}>
          {(templates) => (
            <Templates target={target} templates={templates.filter(({ document }) => document === target)} />
          )}
        </Reading>
        <AddTemplate key={target} target={target} />
      </div>
      <FieldPicker key={target} target={target} />
    </div>
  )
}

const targets: readonly TemplateTarget[] = [
  'letterhead',
  ...documentKinds.filter((kind) => kind !== 'disclosure-log'),
]

function Templates({ target, templates }: { target: TemplateTarget; templates: readonly TemplateLine[] }) {
  const saving = useSaving('template.save')
  const using = useAct('template.use')
  const name = target === 'letterhead' ? words.letterhead : documentNames[target]
  return (
    <section className={style.group}>
      <RefusalNotice refusal={saving.refusal ?? using.refusal} />
      {templates.length === 0 ? <p className={style.hint}>{words.noTemplate}</p> : null}
      <ul className={style.issues}>
        {templates.map((template) => (
          <li key={template.id} className={style.issue}>
            <strong>{template.name}</strong>
            {template.versions.map(({ version, fileName, addedOn }) => (
              <div key={version} className={style.versionLine}>
                <span>{words.version(version, fileName, formatDate(addedOn))}</span>
                {template.inUse === version ? (
                  <Tag tone="favourable">{words.inUse}</Tag>
                ) : (
                  <Button
                    variant="quiet"
                    onPress={() => void using.act({ templateId: template.id, version })}
                  >
                    {words.use}
                  </Button>
                )}
                <Button
                  variant="quiet"
                  onPress={() =>
                    void saving.save({ document: target, templateId: template.id, version }, fileName)
                  }
                >
                  {words.saveTemplate}
                </Button>
              </div>
            ))}
            {template.inUse === null ? null : (
              <span>
                <Button
                  variant="quiet"
                  onPress={() => void using.act({ templateId: template.id, version: null })}
                >
                  {words.useProgram}
                </Button>
              </span>
            )}
          </li>
        ))}
        <li className={style.issue}>
          <strong>{words.programTemplate}</strong>
          <span>
            <Button
              variant="quiet"
              onPress={() =>
                void saving.save({ document: target, templateId: null, version: null }, `${name}.docx`)
              }
            >
              {words.saveTemplate}
            </Button>
          </span>
        </li>
      </ul>
      {saving.saved === null ? null : (
        <Notice tone="favourable" isAlert>
          {words.exported(saving.saved)}
        </Notice>
      )}
    </section>
  )
}
