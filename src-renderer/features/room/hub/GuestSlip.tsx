import { Printer } from 'lucide-react'
import { createPortal } from 'react-dom'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { words } from '../words.ts'
import style from './GuestSlip.module.css'

export interface Slip {
  readonly name: string
  /** One use. */
  readonly code: string
  /** Address of the page of the guests. */
  readonly page: string
}

/** A personal code, shown once; on paper it is a slip of its own. */
export function GuestSlip({ slip, onClose }: { slip: Slip; onClose: () => void }) {
  return (
    <Dialog
      title={words.slipTitle(slip.name)}
      isOpen
      isHeld
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => window.print()}>
            <Printer aria-hidden="true" />
            {words.print}
          </Button>
          <Button variant="primary" onPress={onClose} autoFocus>
            {words.noted}
          </Button>
        </>
      }
    >
      <SlipFacts slip={slip} />
      <p className={style.words}>{words.slipWords}</p>
      {createPortal(
        <div className="print-sheets">
          <article className={style.paper}>
            <h1>{words.slipFor(slip.name)}</h1>
            <SlipFacts slip={slip} />
            <p>{words.slipWords}</p>
            <p>{words.slipPaper}</p>
          </article>
        </div>,
        document.body,
      )}
    </Dialog>
  )
}

function SlipFacts({ slip: { code, page } }: { slip: Slip }) {
  return (
    <dl className={style.facts}>
      <div>
        <dt>{words.slipPage}</dt>
        <dd>{page}</dd>
      </div>
      <div>
        <dt>{words.slipCode}</dt>
        <dd className={style.code}>{code}</dd>
      </div>
    </dl>
  )
}
