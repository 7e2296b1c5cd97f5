import { Printer } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import style from './Screen.module.css'
import { words } from './words.ts'

export interface RecoveryCodeProps {
  readonly code: string
  readonly committeeName: string
  readonly onNoted: () => void
}

/** Shown once. On paper it is a sheet of its own: what the code is, for which file, how to use it. */
export function RecoveryCode({ code, committeeName, onNoted }: RecoveryCodeProps) {
  return (
    <div className={style.form}>
      <h1 className={style.screenOnly}>{words.recoveryTitle}</h1>
      <h1 className={style.paperOnly}>{words.recoverySheet}</h1>
      <p className={style.screenOnly}>{words.recoveryShown}</p>
      <p className={style.paperOnly}>{words.recoveryFor(committeeName)}</p>
      <p className={style.code}>{code}</p>
      <p className={style.paperOnly}>{words.recoverySheetWords}</p>
      <div className={`${style.actions} ${style.screenOnly}`}>
        <Button onPress={() => window.print()}>
          <Printer aria-hidden="true" />
          {words.print}
        </Button>
        <Button variant="primary" onPress={onNoted}>
          {words.noted}
        </Button>
      </div>
    </div>
  )
}
