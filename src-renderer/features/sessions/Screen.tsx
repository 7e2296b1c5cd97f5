import { useParams } from '@tanstack/react-router'
import { SessionRoom } from './room/SessionRoom.tsx'
import { SessionList } from './SessionList.tsx'

/** `/seances` lists the sessions, `/seances/$sessionId` is the room of one. */
export function Screen() {
  const { sessionId } = useParams({ strict: false }) as { sessionId?: string }
  return sessionId === undefined ? <SessionList /> : <SessionRoom key={sessionId} sessionId={sessionId} />
}
