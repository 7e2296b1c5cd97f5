import type { SyncPeople } from '#shared/contract/syncAnswers.ts'

export interface Candidate {
  readonly deviceId: string
  readonly person: string
  readonly device: string
}

/** Laptops that may hold a room in the place of this one, by person and then by name. */
export const mayTakeOver = ({ people }: SyncPeople): readonly Candidate[] =>
  people.flatMap(({ name, devices }) =>
    devices
      .filter(({ mayHub, standing, isThis }) => mayHub && standing === 'valid' && !isThis)
      .map((device) => ({ deviceId: device.deviceId, person: name, device: device.name })),
  )
