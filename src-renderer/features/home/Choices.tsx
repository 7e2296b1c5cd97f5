import { ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { AppState } from '#shared/contract/answers.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import { ExampleReady } from './ExampleReady.tsx'
import { joinWords } from './joinWords.ts'
import style from './Screen.module.css'
import { useExample } from './useExample.ts'
import { words } from './words.ts'

export interface ChoicesProps {
  readonly app: AppState
  readonly onCreate: () => void
  readonly onJoin: () => void
  readonly onUnlock: (path: string) => void
}

/** Four plain choices, and the files of last time. */
export function Choices({ app, onCreate, onJoin, onUnlock }: ChoicesProps) {
  const example = useExample()
  const choose = useAct('file.choose')
  if (example.ready !== null) return <ExampleReady passphrase={example.ready} onEnter={example.enter} />

  const openFile = async () => {
    const chosen = await choose.act({ purpose: 'open-file', suggestedName: '' })
    if (chosen.ok && chosen.value.path !== null) onUnlock(chosen.value.path)
  }
  return (
    <>
      <header className={style.header}>
        <h1 className={style.name}>{words.title}</h1>
        <p className={style.lead}>{words.lead}</p>
      </header>
      <RefusalNotice refusal={example.refusal ?? choose.refusal} />
      <div className={style.choices}>
        <Choice label={words.example} detail={words.exampleWords} onPress={example.open} />
        <Choice label={words.create} detail={words.createWords} onPress={onCreate} />
        <Choice label={words.open} detail={words.openWords} onPress={() => void openFile()} />
        <Choice label={joinWords.choice} detail={joinWords.choiceWords} onPress={onJoin} />
      </div>
      {example.isOpening ? <Spinner>{example.step ?? words.preparing}</Spinner> : null}
      {app.recentFiles.length === 0 ? null : (
        <section className={style.recent}>
          <h2 className={style.recentTitle}>{words.recent}</h2>
          <ul>
            {app.recentFiles.map((file) => (
              <li key={file.path}>
                <Button className={style.recentFile ?? ''} onPress={() => onUnlock(file.path)}>
                  <span>{file.name}</span>
                  <span className={style.path}>{file.path}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Choice({ label, detail, onPress }: { label: string; detail: string; onPress: () => void }) {
  return (
    <Button className={style.choice ?? ''} onPress={onPress}>
      <span className={style.choiceLabel}>{label}</span>
      <span className={style.choiceWords}>{detail}</span>
      <ChevronRight aria-hidden="true" className={style.arrow} />
    </Button>
  )
}
