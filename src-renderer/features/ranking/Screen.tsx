import { ForCall } from '../../bridge/ForCall.tsx'
import { useTitle } from '../../frame/useTitle.ts'
import { useHolder } from '../../sharing/useHolder.ts'
import { RankingPage } from './RankingPage.tsx'
import { words } from './words.ts'

/** The ranking of one call under its envelope. */
export function Screen() {
  useTitle(words.title)
  const { keepsCommittee } = useHolder()
  return (
    <ForCall words={keepsCommittee ? words : { ...words, goToCalls: null }}>
      {(call, calls) => <RankingPage call={call} calls={calls} />}
    </ForCall>
  )
}
