import { useState } from 'react'
import type { HistoryLine } from '#shared/domain/history/historyLine.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Receipt } from '../../../sharing/Receipt.tsx'
import { Button } from '../../../ui/Button.tsx'
import { formatInstant } from '../../../ui/formatDate.ts'
import { Segments } from '../../../ui/Segments.tsx'
import roomStyle from '../SessionRoom.module.css'
import { CorrectHour } from './CorrectHour.tsx'
import style from './HistoryPanel.module.css'
import { historyOfPoint } from './historyOfPoint.ts'
import { type HourLine, hourLines } from './hourLines.ts'
import { historyWords } from './words.ts'

type Shown = 'session' | 'point' | 'hours'

/** Who did what and when, before and after in words; and every hour noted, to correct one. */
export function HistoryPanel({ view, item }: { view: SessionView; item: SessionItemView | undefined }) {
  const { session } = view
  const history = useRead('history.of', { entity: `session/${session.id}` })
  const [shown, setShown] = useState<Shown>('session')
  const options = [
    { value: 'session' as const, label: historyWords.wholeSession },
    ...(item === undefined ? [] : [{ value: 'point' as const, label: historyWords.thisPoint }]),
    { value: 'hours' as const, label: historyWords.hours },
  ]
  const value = shown === 'point' && item === undefined ? 'session' : shown
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable without a mouse.
    <section className={roomStyle.story} aria-label={historyWords.title} tabIndex={0}>
      <Segments
        label={historyWords.filter}
        isLabelHidden
        value={value}
        options={options}
        onChange={setShown}
      />
      {value === 'hours' ? (
        <Hours view={view} />
      ) : (
        <Reading read={history}>
          {(lines) => (
            <Lines
              lines={
                value === 'point' && item !== undefined
                  ? historyOfPoint(lines, [titleOf(session, item.itemId)])
                  : lines
              }
              whenNone={value === 'point' ? historyWords.noneOnPoint : historyWords.empty}
            />
          )}
        </Reading>
      )}
    </section>
  )
}

const titleOf = ({ agenda }: SessionView['session'], itemId: string): string =>
  agenda.find(({ id }) => id === itemId)?.title ?? ''

const shownAtFirst = 60

function Lines({ lines, whenNone }: { lines: readonly HistoryLine[]; whenNone: string }) {
  const [limit, setLimit] = useState(shownAtFirst)
  if (lines.length === 0) return <p className={roomStyle.hint}>{whenNone}</p>
  const newestFirst = lines.toSorted((a, b) => b.version - a.version)
  return (
    <>
      <ol className={style.lines}>
        {newestFirst.slice(0, limit).map((line) => (
          <li key={line.version} className={style.line}>
            <span className={style.when}>{formatInstant(line.at)}</span>
            <span>
              <strong>{line.label}</strong>
              <span className={style.who}>
                {' '}
                {line.who}
                {line.onBehalfOf === null ? '' : ` ${historyWords.onBehalfOf(line.onBehalfOf)}`}
              </span>{' '}
              <Receipt line={line} />
              <Changes changes={line.changes} />
            </span>
          </li>
        ))}
      </ol>
      {lines.length > limit ? (
        <Button variant="quiet" onPress={() => setLimit(limit + shownAtFirst)}>
          {historyWords.more}
        </Button>
      ) : null}
    </>
  )
}

function Changes({ changes }: Pick<HistoryLine, 'changes'>) {
  const told = changes.filter(({ before, after }) => before !== after)
  if (told.length === 0) return null
  return (
    <dl className={style.changes}>
      {told.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {isNothing(before) ? null : (
              <>
                <span className="visually-hidden">{historyWords.before} </span>
                <del>{before}</del>{' '}
              </>
            )}
            <span className="visually-hidden">{historyWords.after} </span>
            <ins>{isNothing(after) ? historyWords.nothing : after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The host writes a dash where nothing was written. */
const isNothing = (text: string): boolean => text === '' || text === '—'

function Hours({ view }: { view: SessionView }) {
  const { session } = view
  const [corrected, setCorrected] = useState<HourLine | null>(null)
  return (
    <>
      <ol className={style.lines}>
        {hourLines(view).map((line) => (
          <li key={JSON.stringify(line.what)} className={style.hour}>
            <span className={style.when}>{line.at}</span>
            <span>{line.label}</span>
            {session.status === 'open' ? (
              <Button
                variant="quiet"
                label={historyWords.correctOf(line.label)}
                onPress={() => setCorrected(line)}
              >
                {historyWords.correct}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {corrected === null ? null : (
        <CorrectHour sessionId={session.id} line={corrected} onClose={() => setCorrected(null)} />
      )}
    </>
  )
}
