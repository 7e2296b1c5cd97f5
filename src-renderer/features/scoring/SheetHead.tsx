import { ArrowLeft, ArrowRight, List, LogOut } from 'lucide-react'
import type { EvaluatorProgress } from '#shared/domain/scoring/sheetView.ts'
import { StandingMarks } from '../../sharing/StandingMarks.tsx'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import style from './SheetScreen.module.css'
import { words } from './words.ts'

/** Who marks, how far the pile is, and the recusal, before anything of the dossier is read. */
export function SheetHead({
  name,
  entity,
  progress,
  onPile,
  onPrevious,
  onNext,
  onRecuse,
}: {
  name: string
  /** `sheet/…`, for how it stands with the other laptops. */
  entity: string
  progress: EvaluatorProgress | undefined
  onPile: () => void
  onPrevious: () => void
  onNext: () => void
  onRecuse?: () => void
}) {
  return (
    <header className={style.head}>
      <h1 className={style.name}>{name}</h1>
      <StandingMarks entities={[entity]} />
      {progress === undefined ? null : <ProgressBar filed={progress.filed} total={progress.total} />}
      <span className={style.headActions}>
        {onRecuse === undefined ? null : (
          <Button onPress={onRecuse} shortcut="R">
            <LogOut aria-hidden="true" />
            {words.recuse}
          </Button>
        )}
        <Button variant="quiet" onPress={onPile}>
          <List aria-hidden="true" />
          {words.backToPile}
        </Button>
        <Button variant="quiet" onPress={onPrevious} shortcut="Alt+ArrowLeft">
          <ArrowLeft aria-hidden="true" />
          {words.previous}
        </Button>
        <Button variant="quiet" onPress={onNext} shortcut="Alt+ArrowRight">
          {words.next}
          <ArrowRight aria-hidden="true" />
        </Button>
      </span>
    </header>
  )
}
