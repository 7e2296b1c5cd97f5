import { useCallback, useState } from 'react'
import type { AppState } from '#shared/contract/answers.ts'
import type { HostEvent } from '#shared/contract/contract.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useHostEvents } from '../../bridge/useHostEvents.ts'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { Choices } from './Choices.tsx'
import { CreateFile } from './CreateFile.tsx'
import { JoinCommittee } from './JoinCommittee.tsx'
import style from './Screen.module.css'
import { Unlock } from './Unlock.tsx'
import { words } from './words.ts'

/** First run and unlock: takes the whole window while no file is open. */
export function Screen() {
  useTitle(words.title)
  const state = useRead('app.state', {})
  return (
    <main className={style.desk}>
      <div className={style.sheet}>
        <Reading read={state}>{(app) => <Steps app={app} />}</Reading>
      </div>
    </main>
  )
}

type Step =
  | { readonly name: 'choices' | 'create' | 'join' }
  | { readonly name: 'unlock'; readonly path: string }

function Steps({ app }: { app: AppState }) {
  const [step, setStep] = useState<Step>(
    app.pendingPath === null ? { name: 'choices' } : { name: 'unlock', path: app.pendingPath },
  )
  const unlock = useCallback((path: string) => setStep({ name: 'unlock', path }), [])
  const goBack = useCallback(() => setStep({ name: 'choices' }), [])
  useHostEvents(
    useCallback(
      (event: HostEvent) => {
        if (event.kind === 'open-requested') unlock(event.path)
        else if (event.kind === 'menu') {
          if (event.command === 'file.new') setStep({ name: 'create' })
          else if (event.command === 'file.open') goBack()
        }
      },
      [unlock, goBack],
    ),
  )
  switch (step.name) {
    case 'choices':
      return (
        <Choices
          app={app}
          onCreate={() => setStep({ name: 'create' })}
          onJoin={() => setStep({ name: 'join' })}
          onUnlock={unlock}
        />
      )
    case 'create':
      return <CreateFile onBack={goBack} />
    case 'join':
      return <JoinCommittee onBack={goBack} />
    case 'unlock':
      return <Unlock key={step.path} app={app} path={step.path} onBack={goBack} />
  }
}
