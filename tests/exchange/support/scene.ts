import { committeeWorld, type World } from '../../operations/support/committee.ts'
import type { Line } from './line.ts'
import { type Clock, connect, type Following, follower, type Serving, serving, settle } from './meeting.ts'

/** A member whose laptop is up to date with the centre, over one line. */
export interface Scene {
  readonly world: World
  readonly centre: Serving
  readonly anne: Following
  readonly line: Line
}

export const clock = (): Clock => ({ ms: 1_780_000_000_000 })

export async function scene(): Promise<Scene> {
  const world = committeeWorld()
  const centre = serving(world.store, world.devices.chair, clock())
  const anne = follower(world, 'anne', clock())
  const line = connect(anne, centre)
  await settle([line])
  return { world, centre, anne, line }
}
