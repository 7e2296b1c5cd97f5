import { useState } from 'react'
import type { PieceRequest } from '#shared/domain/instruction/instruction.ts'
import { linesOf } from '../../../forms/linesOf.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Dossier.module.css'
import { words } from './words.ts'

/** A request for missing pieces: when, which, until when. */
export function AskPieces({
  onAsk,
  onCancel,
}: {
  onAsk: (request: PieceRequest) => void
  onCancel: () => void
}) {
  const [askedOn, setAskedOn] = useState<string | null>(null)
  const [deadline, setDeadline] = useState<string | null>(null)
  const [pieces, setPieces] = useState('')
  const isReady = askedOn !== null && deadline !== null && askedOn <= deadline && linesOf(pieces).length > 0
  return (
    <div className={style.section}>
      <div className={style.row}>
        <DateField label={words.askedOn} value={askedOn} onCommit={setAskedOn} />
        <DateField label={words.deadline} value={deadline} onCommit={setDeadline} />
      </div>
      <TextField
        label={words.pieces}
        description={words.onePerLine}
        value={pieces}
        multiline
        onType={setPieces}
        onCommit={setPieces}
      />
      <div className={style.buttons}>
        <Button
          variant="primary"
          isDisabled={!isReady}
          onPress={() =>
            askedOn !== null &&
            deadline !== null &&
            onAsk({ askedOn, deadline, pieces: linesOf(pieces), receivedOn: null })
          }
        >
          {words.record}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
