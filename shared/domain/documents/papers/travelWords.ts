import type { Travel } from '../../session/session.ts'

/** How a member came, in a cell of a table. */
export const travelWords: Readonly<Record<Travel['mode'], string>> = {
  'own-vehicle': 'véhicule personnel',
  'car-sharing': 'covoiturage',
  'public-transport': 'transport en commun',
  none: 'sans frais',
}
