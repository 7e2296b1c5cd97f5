import { Button } from '../../ui/Button.tsx'
import style from './Screen.module.css'
import { words } from './words.ts'

export function ExampleReady({ passphrase, onEnter }: { passphrase: string; onEnter: () => void }) {
  return (
    <>
      <h1>{words.exampleTitle}</h1>
      <p>{words.exampleShown}</p>
      <p className={style.code}>{passphrase}</p>
      <div className={style.actions}>
        <Button variant="primary" onPress={onEnter} autoFocus>
          {words.enterExample}
        </Button>
      </div>
    </>
  )
}
