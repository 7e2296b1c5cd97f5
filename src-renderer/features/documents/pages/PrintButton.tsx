import { useState } from 'react'
import type { InputOf } from '#shared/contract/contract.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { words } from '../words.ts'
import { printPdf } from './printPdf.ts'

/** Prints the very file that the preview shows. */
export function PrintButton({ request }: { request: Omit<InputOf<'document.preview'>, 'format'> }) {
  const making = useAct('document.preview')
  const [progress, setProgress] = useState<string | null>(null)
  const print = async () => {
    const made = await making.act({ ...request, format: 'pdf' })
    if (!made.ok) return
    try {
      await printPdf(made.value.bytes, (page, count) => setProgress(words.printing(page, count)))
    } finally {
      setProgress(null)
    }
  }
  return (
    <>
      <Button isDisabled={making.isActing || progress !== null} onPress={() => void print()}>
        {progress ?? words.print}
      </Button>
      <RefusalNotice refusal={making.refusal} />
    </>
  )
}
