import { useState } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { words } from '../words.ts'

/** Names and addresses of a whole call from a spreadsheet, instead of one by one. */
export function ImportCorrespondents({ callId }: { callId: string }) {
  const choosing = useAct('file.choose')
  const importing = useAct('instruction.import-correspondents')
  const [count, setCount] = useState<number | null>(null)
  const importThem = async () => {
    setCount(null)
    const chosen = await choosing.act({ purpose: 'import-source', suggestedName: '' })
    if (!chosen.ok || chosen.value.path === null) return
    const done = await importing.act({ callId, path: chosen.value.path })
    if (done.ok) setCount(done.value.candidatures)
  }
  return (
    <>
      <Button isDisabled={importing.isActing} onPress={() => void importThem()}>
        {words.importCorrespondents}
      </Button>
      <RefusalNotice refusal={choosing.refusal ?? importing.refusal} />
      {count === null ? null : (
        <Notice tone="favourable" isAlert>
          {words.importedCorrespondents(count)}
        </Notice>
      )}
    </>
  )
}
