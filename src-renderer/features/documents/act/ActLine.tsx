import type { DocumentBoard } from '#shared/domain/documents/documentBoard.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { Tag } from '../../../ui/Tag.tsx'
import style from '../Screen.module.css'
import { useDocumentsAddress } from '../useDocumentsAddress.ts'
import { actNatureWords, words } from '../words.ts'
import { ActDialog } from './ActDialog.tsx'

/** The act taken after the session, where what cites it is made: recorded, or still awaited. */
export function ActLine({ board: { sessionId, date, act } }: { board: DocumentBoard }) {
  const { address, goTo } = useDocumentsAddress()
  return (
    <div className={style.followUp}>
      <strong>{words.act}</strong>
      {act === null ? (
        <Tag tone="check">{words.noAct}</Tag>
      ) : (
        <span className={style.followUpWords}>
          {words.actIs(actNatureWords[act.nature], act.number, formatDate(act.date))}
          <span className={style.hint}>
            {' · '}
            {act.authority}
          </span>
        </span>
      )}
      <Button variant={act === null ? 'plain' : 'quiet'} onPress={() => goTo({ acte: '1' })}>
        {act === null ? words.recordAct : words.changeAct}
      </Button>
      {address.acte === '1' ? (
        <ActDialog sessionId={sessionId} heldOn={date} act={act} onClose={() => goTo({ acte: '' })} />
      ) : null}
    </div>
  )
}
