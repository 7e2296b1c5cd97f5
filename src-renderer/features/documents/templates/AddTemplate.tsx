import { useState } from 'react'
import type { TemplateCheck, TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Screen.module.css'
import { type TemplateTarget, words } from '../words.ts'
import own from './Templates.module.css'
import { targetName } from './targetName.ts'

/** Chooses a Word file, says what is wrong in it and where, and takes it when nothing is. */
export function AddTemplate({ target }: { target: TemplateTarget }) {
  const choosing = useAct('file.choose')
  const checking = useAct('template.check')
  const adding = useAct('template.add')
  const [name, setName] = useState(targetName(target))
  const [check, setCheck] = useState<TemplateCheck | null>(null)
  const [isAdded, setAdded] = useState(false)
  const add = async () => {
    setCheck(null)
    setAdded(false)
    const chosen = await choosing.act({ purpose: 'word-template', suggestedName: '' })
    if (!chosen.ok || chosen.value.path === null) return
    const { path } = chosen.value
    const checked = await checking.act({ path, document: target })
    if (!checked.ok) return
    setCheck(checked.value)
    if (checked.value.problems.length > 0) return
    const added = await adding.act({ path, document: target, name: name.trim() })
    setAdded(added.ok)
  }
  return (
    <section className={style.group}>
      <h2 className={own.subtitle}>{words.addTemplate}</h2>
      <TextField
        label={words.templateName}
        description={words.templateNameHint}
        value={name}
        onType={setName}
        onCommit={setName}
      />
      <span>
        <Button isDisabled={name.trim() === '' || adding.isActing} onPress={() => void add()}>
          {words.chooseTemplate}
        </Button>
      </span>
      <RefusalNotice refusal={choosing.refusal ?? checking.refusal ?? adding.refusal} />
      {isAdded ? (
        <Notice tone="favourable" isAlert>
          {words.addedVersion}
        </Notice>
      ) : null}
      {check === null ? null : (
        <>
          <Problems tone="unfavourable" title={words.problems} problems={check.problems} />
          <Problems tone="check" title={words.warnings} problems={check.warnings} />
        </>
      )}
    </section>
  )
}

function Problems({
  tone,
  title,
  problems,
}: {
  tone: 'unfavourable' | 'check'
  title: string
  problems: readonly TemplateProblem[]
}) {
  if (problems.length === 0) return null
  return (
    <Notice tone={tone} isAlert>
      {title}
      <ul className={style.items}>
        {problems.map(({ sentence, place }) => (
          <li key={`${place}/${sentence}`}>
            {sentence}
            {place === '' ? null : <span className={style.hint}> {words.at(place)}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
