import type { Session } from './session.ts'

/** Everyone keyed as being in the room now, in the order of their ids so that a snapshot never depends on typing order. */
export const presentIds = (session: Session): readonly string[] =>
  Object.entries(session.attendance)
    .filter(([, attendance]) => attendance.inRoom)
    .map(([memberId]) => memberId)
    .sort()
