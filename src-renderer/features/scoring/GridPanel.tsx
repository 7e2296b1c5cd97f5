import { useEffect, useRef, useState } from 'react'
import { allowedMarks } from '#shared/domain/grid/allowedMarks.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { Criterion, Mark } from '#shared/domain/grid/grid.ts'
import type { SheetView } from '#shared/domain/scoring/sheetView.ts'
import type { Result } from '#shared/kernel/result.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { readMarkKey, readTyped } from '../../ui/readMarkKey.ts'
import { isTyping } from '../../ui/useHotkeys.ts'
import { useSingleKeys } from '../../ui/useSingleKeys.ts'
import { CriterionLine } from './CriterionLine.tsx'
import style from './GridPanel.module.css'
import { KeysHelp } from './KeysHelp.tsx'
import { missingComments } from './missingComments.ts'
import { useTypedMark } from './useTypedMark.ts'
import { totalWords, words } from './words.ts'

export interface GridPanelProps {
  readonly view: SheetView
  readonly onMark: (criterionCode: string, mark: Mark | null) => Promise<Result<unknown>>
  readonly onNext: () => void
  readonly onPrevious: () => void
  readonly onRecuse: () => void
  readonly onFile: () => void
  readonly onReopen: () => void
}

/** The grid to fill, by keyboard alone: a key marks the criterion under way and goes on to the next one. */
export function GridPanel({ view, onMark, onNext, onPrevious, onRecuse, onFile, onReopen }: GridPanelProps) {
  const { grid, sheet } = view
  const criteria = criteriaOf(grid)
  const unexplained = missingComments(view)
  const isFiled = sheet.status === 'filed'
  const [activeCode, setActiveCode] = useState(() => firstUnmarked(criteria, view))
  const [commentedCode, setCommentedCode] = useState<string | null>(null)
  const [singleKeys, setSingleKeys] = useSingleKeys()
  const region = useRef<HTMLDivElement>(null)
  const typed = useTypedMark((code, text) => {
    const criterion = criteria.find((each) => each.code === code)
    if (criterion !== undefined) carryOut(criterion, readTyped(criterion.scale.kind, text))
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the sheet opens; the keyboard then leads.
  useEffect(() => focusLine(region.current, activeCode), [])
  // The focus moves within the key itself, and the line under way follows it: the next key, however quick, finds both there.
  const goTo = (code: string | undefined) => {
    if (code !== undefined) focusLine(region.current, code)
  }
  const beside = (code: string, step: number) =>
    criteria[criteria.findIndex((each) => each.code === code) + step]?.code
  const give = (criterion: Criterion, mark: Mark | null) => {
    announce(
      mark === null
        ? words.cleared(criterion.label)
        : words.marked(criterion.label, displayMark(criterion.scale, mark)),
    )
    void onMark(criterion.code, mark)
  }
  const commentOf = (criterion: Criterion) => sheet.marks[criterion.code]?.comment ?? ''

  const carryOut = (criterion: Criterion, intent: ReturnType<typeof readMarkKey>) => {
    switch (intent?.kind) {
      case 'mark':
        typed.clear()
        give(criterion, { kind: 'value', hundredths: intent.hundredths, comment: commentOf(criterion) })
        return goTo(beside(criterion.code, 1))
      case 'not-applicable':
        if (!criterion.notApplicableAllowed) return announce(words.notApplicableRefused)
        give(criterion, { kind: 'not-applicable', comment: commentOf(criterion) })
        return goTo(beside(criterion.code, 1))
      case 'typing':
        return typed.type(criterion.code, intent.text)
      case 'off-scale':
        typed.refuse(criterion.code, words.offScale(intent.text, allowedMarks(criterion.scale).join(', ')))
        return
      case 'cancel':
        return typed.clear()
      case 'clear':
        return sheet.marks[criterion.code] === undefined ? undefined : give(criterion, null)
      case 'comment':
        return setCommentedCode(criterion.code)
      case 'next-criterion':
        return goTo(beside(criterion.code, 1))
      case 'previous-criterion':
        return goTo(beside(criterion.code, -1))
      case 'next-candidature':
        return onNext()
      case 'previous-candidature':
        return onPrevious()
      case 'recusal':
        return onRecuse()
      case 'file':
        return onFile()
    }
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    const filing = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (event.defaultPrevented || (isTyping(event.target) && !filing)) return
    if (event.key === 'Enter' && !filing && isOtherButton(event.target)) return
    const criterion = criteria.find((each) => each.code === activeCode)
    const intent = criterion && readMarkKey(event, criterion.scale.kind, typed.textOf(criterion.code))
    if (criterion === undefined || intent === null || intent === undefined) return
    const isSingleKey = event.key.length === 1
    if ((isSingleKey && !singleKeys) || (isFiled && !stillAllowed.includes(intent.kind))) return
    event.preventDefault()
    event.stopPropagation()
    carryOut(criterion, intent)
  }

  return (
    <div className={style.panel}>
      {isFiled ? <Notice tone="favourable">{words.filedNotice}</Notice> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys are heard for the radios inside, which hold the focus. */}
      <div className={style.criteria} ref={region} onKeyDown={onKeyDown}>
        {grid.sections.map((section) => (
          <section key={section.label} className={style.section}>
            {grid.sections.length > 1 ? <h3 className={style.sectionTitle}>{section.label}</h3> : null}
            {section.criteria.map((criterion) => (
              <CriterionLine
                key={criterion.code}
                criterion={criterion}
                mark={sheet.marks[criterion.code] ?? null}
                heaviest={heaviestWeight(criteria)}
                isActive={criterion.code === activeCode}
                isFiled={isFiled}
                isCommentOpen={commentedCode === criterion.code}
                isCommentMissing={unexplained.includes(criterion)}
                typing={typed.shownOn(criterion.code)}
                onActivate={() => setActiveCode(criterion.code)}
                onMark={(mark) => give(criterion, mark)}
                onComment={(isOpen) => {
                  setCommentedCode(isOpen ? criterion.code : null)
                  if (!isOpen) goTo(criterion.code)
                }}
              />
            ))}
          </section>
        ))}
      </div>
      <footer className={style.foot}>
        <span className={style.subtotal}>
          <span className={style.subtotalLabel}>{isFiled ? words.total : words.subtotal}</span>
          <strong key={view.total} className={style.figure} data-testid="subtotal">
            {totalWords(view.total)}
          </strong>
          <span className={style.subtotalLabel}>{words.outOfHundred}</span>
        </span>
        <KeysHelp singleKeys={singleKeys} onSingleKeys={setSingleKeys} />
        {isFiled ? (
          <Button onPress={onReopen}>{words.reopen}</Button>
        ) : (
          <Button variant="primary" onPress={onFile} shortcut="Control+Enter">
            {words.file}
          </Button>
        )}
      </footer>
    </div>
  )
}

/** A button that Enter presses; the segments are buttons too, and there Enter belongs to what is typed. */
const isOtherButton = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button:not([role="radio"])') !== null

/** On a filed sheet one still moves about. */
const stillAllowed: readonly string[] = [
  'next-criterion',
  'previous-criterion',
  'next-candidature',
  'previous-candidature',
]

const firstUnmarked = (criteria: readonly Criterion[], view: SheetView): string =>
  (criteria.find(({ code }) => view.sheet.marks[code] === undefined) ?? criteria[0])?.code ?? ''

const heaviestWeight = (criteria: readonly Criterion[]): number =>
  Math.max(1, ...criteria.filter((each) => !each.informative).map((each) => each.weight))

function focusLine(region: HTMLElement | null, code: string): void {
  const radio = region?.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(code)}"] [tabindex="0"]`)
  radio?.focus()
  // Once the line is drawn unfolded.
  requestAnimationFrame(() => radio?.closest('[data-criterion]')?.scrollIntoView({ block: 'nearest' }))
}
