import type { TemplateLine } from '#shared/domain/documents/documentBoard.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import style from '../Screen.module.css'
import { useSaving } from '../useSaving.ts'
import { type TemplateTarget, words } from '../words.ts'
import own from './Templates.module.css'
import { targetName } from './targetName.ts'

/** The one of the program, then those of the committee with their versions: one of them all is in use. */
export function TemplateVersions({
  target,
  templates,
}: {
  target: TemplateTarget
  templates: readonly TemplateLine[]
}) {
  const saving = useSaving('template.save')
  const using = useAct('template.use')
  const used = templates.find(({ inUse }) => inUse !== null)
  return (
    <section aria-label={words.versions}>
      <RefusalNotice refusal={saving.refusal ?? using.refusal} />
      <ul className={style.issues}>
        <li className={style.issue}>
          <div className={own.version}>
            <span>
              <strong>{words.programTemplate}</strong>
            </span>
            {used === undefined ? (
              <Tag tone="favourable">{words.inUse}</Tag>
            ) : (
              <Button variant="quiet" onPress={() => void using.act({ templateId: used.id, version: null })}>
                {words.useProgram}
              </Button>
            )}
            <Button
              variant="quiet"
              label={`${words.saveTemplate} : ${words.programTemplate}`}
              onPress={() =>
                void saving.save(
                  { document: target, templateId: null, version: null },
                  `${targetName(target)}.docx`,
                )
              }
            >
              {words.saveTemplate}
            </Button>
          </div>
        </li>
        {templates.map((template) => (
          <li key={template.id} className={style.issue}>
            <strong>{template.name}</strong>
            {template.versions.toReversed().map(({ version, fileName, addedOn }) => {
              const name = words.version(version, fileName, formatDate(addedOn))
              return (
                <div key={version} className={own.version}>
                  <span>{name}</span>
                  {template.inUse === version ? (
                    <Tag tone="favourable">{words.inUse}</Tag>
                  ) : (
                    <Button
                      variant="quiet"
                      label={`${words.use} : ${template.name}, ${name}`}
                      onPress={() => void using.act({ templateId: template.id, version })}
                    >
                      {words.use}
                    </Button>
                  )}
                  <Button
                    variant="quiet"
                    label={`${words.saveTemplate} : ${template.name}, ${name}`}
                    onPress={() =>
                      void saving.save({ document: target, templateId: template.id, version }, fileName)
                    }
                  >
                    {words.saveTemplate}
                  </Button>
                </div>
              )
            })}
          </li>
        ))}
      </ul>
      {saving.saved === null ? null : (
        <Notice tone="favourable" isAlert>
          {words.templateSaved(saving.saved)}
        </Notice>
      )}
    </section>
  )
}
