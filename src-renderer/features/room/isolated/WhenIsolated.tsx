import { useState } from 'react'
import type { RoomState } from '#shared/contract/syncAnswers.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import style from '../Room.module.css'
import { words as roomWords } from '../words.ts'
import { words } from './words.ts'

/** What to do when the machines do not see one another: own hotspot, cable, key; step by step, without a network. */
export function WhenIsolated({ addresses }: { addresses: RoomState['addresses'] }) {
  const [system, setSystem] = useState<'windows' | 'mac'>(isMac() ? 'mac' : 'windows')
  return (
    <div className={style.side}>
      <p className={style.hint}>
        {words.why} {words.safe}
      </p>
      <div className={style.sections}>
        <section className={style.section}>
          <h2>{words.hotspot}</h2>
          <p className={style.hint}>{words.hotspotWords}</p>
          <Segments
            label={words.system}
            value={system}
            onChange={setSystem}
            options={[
              { value: 'windows', label: words.windows },
              { value: 'mac', label: words.mac },
            ]}
          />
          <Steps steps={words.steps[system]} />
          <p className={style.hint}>{words.phone}</p>
        </section>
        <div className={style.form}>
          {addresses.length === 0 ? null : (
            <section className={style.section}>
              <h2>{words.hereNow}</h2>
              <ul className={style.list}>
                {addresses.map(({ address, kind }) => (
                  <li key={address}>
                    {address} · {roomWords.kind[kind]}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className={style.section}>
            <h2>{words.cable}</h2>
            <Steps steps={words.cableSteps} />
          </section>
          <section className={style.section}>
            <h2>{words.key}</h2>
            <Steps steps={words.keySteps} />
            <div>
              <LinkButton to="/envoyer" search={{ view: 'cle' }}>
                {words.goToKey}
              </LinkButton>
            </div>
          </section>
        </div>
      </div>
    </div>
  )
}

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className={style.steps}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}

/** The steps of this machine come first; the others are one key away. */
const isMac = (): boolean => navigator.userAgent.includes('Mac OS X')
