import { MonitorUp } from 'lucide-react'
import { memo } from 'react'
import {
  type ProjectedContent,
  type ProjectionLevel,
  projectedContents,
  projectionLevels,
} from '#shared/domain/session/projection.ts'
import type { ProjectionView } from '#shared/domain/session/projectionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatAmount } from '../../../ui/formatAmount.ts'
import { Segments } from '../../../ui/Segments.tsx'
import { Select } from '../../../ui/Select.tsx'
import { words } from '../words.ts'
import style from './WallBlock.module.css'
import { contentWords, levelWords, roomWords } from './words.ts'

/** What the wall shows now, and what one sends to it. It has its own read: the room does not draw again for it. */
export const WallBlock = memo(function WallBlock({ sessionId }: { sessionId: string }) {
  const wall = useRead('projection.get', { sessionId })
  const setting = useAct('projection.set')
  const opening = useAct('projection.open')
  const shown = wall.value
  const set = (changes: { readonly content?: ProjectedContent; readonly level?: ProjectionLevel }) => {
    if (shown === undefined) return
    void setting.act({ sessionId, content: shown.content, level: shown.level, ...changes })
  }
  const open = () => {
    if (window.delibereBridge?.kind === 'electron') void opening.act({ sessionId })
    else window.open(`#/projection/${sessionId}`, '_blank')
  }
  return (
    <section className={style.wall}>
      <h2 className={style.title}>{roomWords.wall}</h2>
      <RefusalNotice refusal={wall.refusal ?? setting.refusal ?? opening.refusal} />
      {shown === undefined ? null : (
        <>
          <Thumbnail shown={shown} />
          <Select
            label={roomWords.wallContent}
            isLabelHidden
            value={shown.content}
            options={projectedContents.map((value) => ({ value, label: contentWords[value] }))}
            onChange={(content: ProjectedContent) => set({ content })}
          />
          <div className={style.line}>
            <Segments
              label={roomWords.wallLevel}
              isLabelHidden
              value={shown.level}
              options={projectionLevels.map((value) => ({ value, label: levelWords[value] }))}
              onChange={(level: ProjectionLevel) => set({ level })}
            />
            <Button variant="quiet" label={roomWords.openWall} onPress={open}>
              <MonitorUp aria-hidden="true" />
              {roomWords.open}
            </Button>
          </div>
        </>
      )}
    </section>
  )
})

/** The wall in small: the same words, not the same drawing. */
function Thumbnail({ shown }: { shown: ProjectionView }) {
  return (
    <div className={style.thumbnail} data-content={shown.content}>
      {shown.isPaused ? <p className={style.small}>{roomWords.wallPaused}</p> : null}
      <ThumbnailContent shown={shown} />
    </div>
  )
}

function ThumbnailContent({ shown }: { shown: ProjectionView }) {
  const { content, dossier, quorum, envelope, result } = shown
  switch (content) {
    case 'blank':
      return <p className={style.small}>{roomWords.wallBlank}</p>
    case 'agenda': {
      const place = shown.agenda.findIndex(({ state }) => state === 'current')
      const near = shown.agenda.slice(Math.max(0, place - 1), Math.max(0, place - 1) + 4)
      return (
        <ol className={style.points}>
          {near.map((point) => (
            <li key={point.place} data-state={point.state}>
              {point.place}. {point.label}
            </li>
          ))}
        </ol>
      )
    }
    case 'dossier':
      return (
        <>
          <p className={style.main}>
            {dossier === null ? shown.title : `${dossier.number ?? ''} ${dossier.applicant}`.trim()}
          </p>
          {dossier?.requestedCents == null ? null : (
            <p className={style.small}>{formatAmount(dossier.requestedCents)}</p>
          )}
          {dossier?.score == null ? null : (
            <p className={style.small}>
              {dossier.score}
              {dossier.rank === null ? '' : `, ${words.rankOf(dossier.rank)}`}
            </p>
          )}
        </>
      )
    case 'quorum':
      return (
        <>
          <p className={style.main}>
            {quorum.counted} / {quorum.required}
          </p>
          <p className={style.small}>{quorum.reached ? words.quorumReached : words.quorumMissing}</p>
        </>
      )
    case 'envelope':
      return envelope === null ? (
        <p className={style.small}>{words.noEnvelope}</p>
      ) : (
        <>
          <p className={style.main}>{formatAmount(envelope.totalCents - envelope.awardedCents)}</p>
          <p className={style.small}>{words.ofEnvelope(formatAmount(envelope.totalCents))}</p>
        </>
      )
    case 'result':
      return result === null ? (
        <p className={style.small}>{roomWords.noResult}</p>
      ) : (
        <>
          <p className={style.main}>{result.label}</p>
          <p className={style.small}>
            {result.amountCents === null ? '' : `${formatAmount(result.amountCents)} · `}
            {result.vote === null ? '' : roomWords.votes(result.vote)}
          </p>
        </>
      )
  }
}
