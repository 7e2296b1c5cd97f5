import { useParams } from '@tanstack/react-router'
import { CallDetail } from './CallDetail.tsx'
import { CallList } from './CallList.tsx'

/** `/appels` lists the calls, `/appels/$callId` holds the rules of one. */
export function Screen() {
  const { callId } = useParams({ strict: false }) as { callId?: string }
  return callId === undefined ? <CallList /> : <CallDetail key={callId} callId={callId} />
}
