import type { InputOf } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import style from '../Screen.module.css'
import { words } from '../words.ts'
import own from './Pages.module.css'
import { PdfPages } from './PdfPages.tsx'
import { useSameBytes } from './useSameBytes.ts'

/** The very pages of the PDF that would be exported, or why it cannot be made. */
export function Preview({ request }: { request: Omit<InputOf<'document.preview'>, 'format'> }) {
  const read = useRead('document.preview', { ...request, format: 'pdf' })
  const bytes = useSameBytes(read.value?.bytes)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: pages scroll by the keyboard only when they can be focused.
    <section className={own.preview} aria-label={words.preview} tabIndex={0}>
      {read.refusal === null ? null : <Refused refusal={read.refusal} />}
      {bytes === undefined ? (
        read.refusal === null ? (
          <Spinner>{words.drawing}</Spinner>
        ) : null
      ) : (
        <PdfPages key={JSON.stringify(request)} bytes={bytes} />
      )}
    </section>
  )
}

/** Fields of a template of the committee that this document leaves empty are named one by one. */
function Refused({ refusal }: { refusal: Refusal }) {
  const { items } = refusal.details
  if (!Array.isArray(items)) return <RefusalNotice refusal={refusal} />
  return (
    <Notice tone="check" isAlert>
      {words.missingTitle}
      <ul className={style.items}>
        {items.map((item: string) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Notice>
  )
}
