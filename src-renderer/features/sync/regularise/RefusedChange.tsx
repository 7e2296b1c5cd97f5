import { useState } from 'react'
import type { RegulariseLine } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Differences } from './Differences.tsx'
import { LetGo } from './LetGo.tsx'
import { placeOfEntity } from './placeOfEntity.ts'
import style from './Regularise.module.css'
import { whyRefused } from './verdictWords.ts'
import { words } from './words.ts'

/** One refused writing: what it was, which rule refused it, what stands instead, and the two ways out. */
export function RefusedChange({ line }: { line: RegulariseLine }) {
  const { cid, label, verdict, code, differences, mayTakeUp } = line
  const { rule, why, remedy } = whyRefused(verdict, code)
  const takeUp = useAct('sync.take-up')
  const [isLetting, setLetting] = useState(false)
  const isChoice = differences.length > 0
  const takingUp = isChoice ? words.takeUpMine : words.takeUp
  const lettingGo = isChoice ? words.keepTheirs : words.letGo
  const place = line.entities.map(placeOfEntity).find((found) => found !== null)
  const take = async () => {
    const taken = await takeUp.act({ cid, choice: 'mine' })
    if (taken.ok) announce(words.taken(label))
  }
  return (
    <article className={style.line} aria-label={label}>
      <div className={style.facts}>
        <Tag tone={verdict === 'conflict' ? 'check' : 'reserved'}>{rule}</Tag>
        <span>
          {words.written} <DateText iso={line.at} />
        </span>
      </div>
      <div className={style.body}>
        <h3 className={style.label}>{label}</h3>
        <p className={style.why}>
          {why} {remedy}
        </p>
        {isChoice ? <Differences label={label} differences={differences} /> : null}
        <RefusalNotice refusal={takeUp.refusal} />
        <div className={style.buttons}>
          {mayTakeUp ? (
            <Button
              label={words.on(takingUp, label)}
              isDisabled={takeUp.isActing}
              onPress={() => void take()}
            >
              {takingUp}
            </Button>
          ) : null}
          <Button label={words.on(lettingGo, label)} onPress={() => setLetting(true)}>
            {lettingGo}
          </Button>
          {place === undefined || place === null ? null : (
            <LinkButton to={place.to} variant="quiet">
              {words.see[place.kind]}
            </LinkButton>
          )}
          {mayTakeUp ? null : <span className={style.hint}>{words.cannotTakeUp}</span>}
        </div>
      </div>
      {isLetting ? <LetGo line={line} onClose={() => setLetting(false)} /> : null}
    </article>
  )
}
