/**
 * [SY19] Up to which entry a hub may tell an author that his commit is ordered: with a successor connected, as far as one
 * successor holds the run too; alone, as far as its own disk does. Entries are sent to everybody as soon as they are durable;
 * this is about the word « reçu ».
 * @param successorsHold last entry that each connected successor said it holds.
 */
export const acknowledgedUpTo = (durableG: number, successorsHold: readonly number[]): number =>
  successorsHold.length === 0 ? durableG : Math.min(durableG, Math.max(...successorsHold))
