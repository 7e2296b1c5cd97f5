import type { InputOf } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import style from '../Screen.module.css'
import { words } from '../words.ts'
import { PdfPages } from './PdfPages.tsx'

/** The very pages of the PDF that would be exported, or what is missing to make it. */
export function Preview({ request }: { request: Omit<InputOf<'document.preview'>, 'format'> }) {
  const read = useRead('document.preview', { ...request, format: 'pdf' })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: pages scroll by the keyboard only when they can be focused.
    <section className={style.preview} aria-label={words.preview} tabIndex={0}>
      {read.refusal === null ? null : <Missing refusal={read.refusal} />}
      {read.value === undefined ? (
        read.refusal === null ? (
          <Spinner>{words.drawing}</Spinner>
        ) : null
      ) : (
        <PdfPages key={JSON.stringify(request)} bytes={read.value.bytes} />
      )}
    </section>
  )
}

function Missing({ refusal }: { refusal: Refusal }) {
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
