import type { ProjectionView } from '#shared/domain/session/projectionView.ts'
import style from './Wall.module.css'
import { words } from './words.ts'

/** One idea at a time, readable at ten metres. */
export function Wall({ view }: { view: ProjectionView }) {
  return (
    <main className={style.wall} data-content={view.isPaused ? 'pause' : view.content}>
      <h1 className={style.head}>{view.title}</h1>
      <section className={style.middle} aria-live="polite">
        {view.isPaused ? <p className={style.huge}>{words.paused}</p> : <Content view={view} />}
      </section>
    </main>
  )
}

function Content({ view }: { view: ProjectionView }) {
  switch (view.content) {
    case 'blank':
      return null
    case 'agenda':
      return <Agenda agenda={view.agenda} />
    case 'dossier':
      return <Dossier dossier={view.dossier} />
    case 'quorum':
      return <Quorum quorum={view.quorum} />
    case 'envelope':
      return <Envelope envelope={view.envelope} />
    case 'result':
      return <Result view={view} />
  }
}

/** The point under way with its neighbours: a whole agenda of sixty would be read by nobody. */
function Agenda({ agenda }: Pick<ProjectionView, 'agenda'>) {
  const under = agenda.findIndex(({ state }) => state === 'current')
  const next = agenda.findIndex(({ state }) => state === 'upcoming')
  // Between two points, the next one is the middle of the list; at the end, the last ones stay.
  const centre = under >= 0 ? under : next >= 0 ? next : agenda.length
  const from = Math.max(0, Math.min(centre - 2, agenda.length - shownPoints))
  return (
    <ol className={style.agenda} aria-label={words.agenda}>
      {agenda.slice(from, from + shownPoints).map((point) => (
        <li
          key={point.place}
          data-state={point.state}
          aria-current={point.state === 'current' ? 'step' : undefined}
        >
          <span className={style.place}>{point.place}</span>
          <span className={style.label}>{point.label}</span>
          <span className={style.state}>{words.state[point.state]}</span>
        </li>
      ))}
    </ol>
  )
}

const shownPoints = 7

function Dossier({ dossier }: Pick<ProjectionView, 'dossier'>) {
  if (dossier === null) return <p className={style.large}>{words.noPoint}</p>
  return (
    <>
      <Heading dossier={dossier} />
      {dossier.requestedCents === null ? null : (
        <p className={style.large}>{words.requested(dossier.requestedCents)}</p>
      )}
      {dossier.score === null ? null : (
        <p className={style.large}>
          {words.score} : <strong>{dossier.score.replace('.', ',')}</strong>
          {dossier.rank === null ? null : ` · ${words.rank(dossier.rank)}`}
        </p>
      )}
      {dossier.sheetTotals.length === 0 ? null : (
        <p className={style.small}>
          {words.sheets(dossier.sheetTotals.map((total) => total.replace('.', ',')))}
        </p>
      )}
    </>
  )
}

/** At the level of numbers the applicant and the title are empty: the number stands alone. */
function Heading({ dossier }: { dossier: NonNullable<ProjectionView['dossier']> }) {
  const { number, applicant, title } = dossier
  return (
    <>
      {number === null ? null : <p className={style.number}>{words.number(number)}</p>}
      {applicant === '' ? null : <p className={style.applicant}>{applicant}</p>}
      {title === '' ? null : <p className={style.project}>{title}</p>}
    </>
  )
}

function Quorum({ quorum }: Pick<ProjectionView, 'quorum'>) {
  const verdict = !quorum.applies ? words.notAsked : quorum.reached ? words.reached : words.missing
  return (
    <>
      <p className={style.large}>
        {words.quorum} {verdict}
      </p>
      <p className={style.figure} data-tone={quorum.reached ? 'favourable' : 'unfavourable'}>
        <span aria-hidden="true">{quorum.reached ? '✓' : '✗'}</span> {quorum.counted}
      </p>
      <p className={style.large}>{words.counted(quorum.counted, quorum.required)}</p>
    </>
  )
}

function Envelope({ envelope }: Pick<ProjectionView, 'envelope'>) {
  if (envelope === null) return null
  const { totalCents, awardedCents } = envelope
  const share = totalCents === 0 ? 0 : Math.min(100, (awardedCents / totalCents) * 100)
  return (
    <>
      <p className={style.figure}>{words.left(totalCents - awardedCents)}</p>
      <div className={style.bar} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </div>
      <p className={style.large}>{words.given(awardedCents, totalCents)}</p>
    </>
  )
}

const signs = { favourable: '✓', reserved: '◐', unfavourable: '✗', neutral: '·' } as const

function Result({ view: { result, dossier } }: { view: ProjectionView }) {
  return (
    <>
      {dossier === null ? null : <Heading dossier={dossier} />}
      {result === null ? (
        <p className={style.large}>{words.noResult}</p>
      ) : (
        <>
          <p className={style.figure} data-tone={result.tone}>
            <span aria-hidden="true">{signs[result.tone]}</span> {result.label}
          </p>
          {result.amountCents === null ? null : (
            <p className={style.figure}>{words.amount(result.amountCents)}</p>
          )}
          {result.vote === null ? null : (
            <p className={style.large}>
              {result.vote.secret ? `${words.secret} : ` : ''}
              {words.votes(result.vote.for, result.vote.against, result.vote.abstention)}
            </p>
          )}
        </>
      )}
    </>
  )
}
