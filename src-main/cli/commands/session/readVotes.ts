import { InvalidArgumentError } from 'commander'

export interface Counts {
  readonly for: number
  readonly against: number
  readonly abstention: number
  readonly notTakingPart: number
}

/** « 4,0,1 » or « 4,0,1,1 »: for, against, abstentions, and those who take no part. */
export function votesOf(text: string): Counts {
  const match = /^\s*(\d{1,4})\s*[,;/]\s*(\d{1,4})\s*[,;/]\s*(\d{1,4})(?:\s*[,;/]\s*(\d{1,4}))?\s*$/.exec(
    text,
  )
  if (match === null)
    throw new InvalidArgumentError('Écrivez les voix comme « 4,0,1 » : pour, contre, abstentions.')
  return {
    for: Number(match[1]),
    against: Number(match[2]),
    abstention: Number(match[3]),
    notTakingPart: Number(match[4] ?? 0),
  }
}
