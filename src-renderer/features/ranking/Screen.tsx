import { ForCall } from '../../bridge/ForCall.tsx'
import { useTitle } from '../../frame/useTitle.ts'
import { RankingPage } from './RankingPage.tsx'
import { words } from './words.ts'

/** The ranking of one call under its envelope. */
export function Screen() {
  useTitle(words.title)
  return <ForCall words={words}>{(call, calls) => <RankingPage call={call} calls={calls} />}</ForCall>
}
