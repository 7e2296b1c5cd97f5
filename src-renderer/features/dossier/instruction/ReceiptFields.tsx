import { useState } from 'react'
import type { InstructionView } from '#shared/domain/instruction/instructionView.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Dossier.module.css'
import { AskPieces } from './AskPieces.tsx'
import type { InstructionChanges } from './useInstructionChanges.ts'
import { words } from './words.ts'

/** When it came, which pieces were asked for, and when silence would refuse it. */
export function ReceiptFields({
  view: { instruction, implicitRejection },
  changes: { change },
}: {
  view: InstructionView
  changes: InstructionChanges
}) {
  const [isAsking, setAsking] = useState(false)
  const { pieceRequests } = instruction
  const withRequest = (index: number, receivedOn: string | null) =>
    pieceRequests.map((request, place) => (place === index ? { ...request, receivedOn } : request))
  return (
    <section className={style.section}>
      <h2>{words.receipt}</h2>
      <DateField
        label={words.receivedOn}
        description={words.receivedOnHint}
        value={instruction.receivedOn}
        onCommit={(receivedOn) => change({ receivedOn })}
      />
      {implicitRejection === null ? null : <Notice tone="check">{implicitRejection.sentence}</Notice>}
      <h3>{words.requests}</h3>
      {pieceRequests.length === 0 ? <p className={style.hint}>{words.noRequest}</p> : null}
      <ul className={style.people}>
        {pieceRequests.map((request, index) => (
          <li key={`${request.askedOn}/${request.pieces.join('/')}`} className={style.person}>
            <span className={style.personWords}>
              {formatDate(request.askedOn)} : {request.pieces.join(', ')}
            </span>
            <DateField
              label={words.piecesReceivedOn}
              value={request.receivedOn}
              onCommit={(receivedOn) => change({ pieceRequests: withRequest(index, receivedOn) })}
            />
            <Button
              variant="quiet"
              onPress={() => change({ pieceRequests: pieceRequests.filter((_, place) => place !== index) })}
            >
              {words.removeRequest}
            </Button>
          </li>
        ))}
      </ul>
      {isAsking ? (
        <AskPieces
          onAsk={(request) => {
            change({ pieceRequests: [...pieceRequests, request] })
            setAsking(false)
          }}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <span>
          <Button onPress={() => setAsking(true)}>{words.askPieces}</Button>
        </span>
      )}
      <DateField
        label={words.notified}
        description={words.notifiedHint}
        value={instruction.notifiedOn}
        onCommit={(notifiedOn) => change({ notifiedOn })}
      />
    </section>
  )
}
