import type { AuthorityOutput } from '../authority/outputs.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import type { PushAnswer } from '../wire/wireFrame.ts'

/** What an authority answers of one commit, and how far its log must be acknowledged before it is said [SY19]. */
export interface AnsweredCommit {
  readonly answer: PushAnswer
  /** 0: it may be said at once. */
  readonly g: number
}

/** Of what one step said: the word about the very commit that came, not about those that waited for it [EX6]. */
export function pushAnswer(id: Uint8Array, outputs: readonly AuthorityOutput[]): AnsweredCommit {
  const cid = base64UrlEncode(id)
  for (const output of outputs) {
    switch (output.kind) {
      case 'entry':
        if (output.entry.cid === cid) return { answer: { is: 'entry', g: output.entry.g }, g: output.entry.g }
        break
      case 'duplicate':
        if (output.cid === cid) {
          const { verdict, g } = output
          return { answer: { is: 'duplicate', verdict, g }, g: g ?? 0 }
        }
        break
      case 'carried':
        if (output.cid === cid) return { answer: { is: 'carried' }, g: 0 }
        break
      case 'waiting':
        return { answer: { is: 'waiting', expectedSeq: output.expectedSeq }, g: 0 }
      case 'turned-away':
        return { answer: { is: 'turned-away', code: output.code }, g: 0 }
      default:
    }
  }
  // Received and kept, and no word of it yet.
  return { answer: { is: 'duplicate', verdict: null, g: null }, g: 0 }
}
