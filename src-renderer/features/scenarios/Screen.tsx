import { ForCall } from '../../bridge/ForCall.tsx'
import { useTitle } from '../../frame/useTitle.ts'
import { BoardPage } from './BoardPage.tsx'
import { words } from './words.ts'

/** Amounts tried beside the truth, for one call. The address holds the scenario and the one it is compared with. */
export function Screen() {
  useTitle(words.title)
  return (
    <ForCall words={words}>
      {(call, calls) => <BoardPage key={call.id} callId={call.id} calls={calls} />}
    </ForCall>
  )
}
