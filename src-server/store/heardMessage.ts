import type { LogPlace } from './tables/logHeads.ts'

/** What processes tell one another, once it is durable (SV4). */
export type HeardMessage =
  /** A log is longer, or another database stands behind it. */
  | { readonly kind: 'appended'; readonly place: LogPlace; readonly g: number }
  /** A device was retired or is compromised: its channels are shut. */
  | { readonly kind: 'taken-out'; readonly organisation: string; readonly device: string }
  /** Something may have been missed: look again at everything. */
  | { readonly kind: 'look-again' }

export const logAppended = ({ organisation, log }: LogPlace, g: number): string =>
  JSON.stringify({ kind: 'appended', place: { organisation, log }, g } satisfies HeardMessage)

export const deviceTakenOut = (organisation: string, device: string): string =>
  JSON.stringify({ kind: 'taken-out', organisation, device } satisfies HeardMessage)

export const readMessage = (message: string): HeardMessage =>
  message === '' ? { kind: 'look-again' } : (JSON.parse(message) as HeardMessage)
