import { z } from 'zod'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'

/** What is said at the door of a room, before the channel: JSON texts of one WebSocket. Both sides check both. */
export const joinProtocol = 'delibere.join.v1'
export const joinPath = '/join'
/** No message of the door is longer. */
export const maxJoinBytes = 2048

const bytesOf = (length: number) =>
  z.codec(z.string().max(Math.ceil((length * 4) / 3)), z.instanceof(Uint8Array), {
    decode: (text, context) => {
      const bytes = base64UrlDecode(text)
      if (bytes?.length === length) return new Uint8Array(bytes)
      context.issues.push({ code: 'custom', message: `${length} bytes`, input: text })
      return z.NEVER
    },
    encode: (bytes) => base64UrlEncode(bytes),
  })

export const joinMessages = {
  /** Visitor, first: by which secret, and its share of the exchange. */
  knock: z.strictObject({ by: z.enum(['code', 'invitation']), share: bytesOf(32) }),
  /** Hub: its share. */
  answer: z.strictObject({ share: bytesOf(32) }),
  /** Visitor: it came to the key. */
  proof: z.strictObject({ tag: bytesOf(64) }),
  /** Hub: so did it. */
  admitted: z.strictObject({ tag: bytesOf(64) }),
  /** Hub, instead of any other word. */
  refused: z.strictObject({
    refused: z.enum(['wrong-code', 'door-locked', 'room-closed']),
    /** Before the door locks. */
    attemptsLeft: z.int().min(0).max(1000),
  }),
} as const

export type JoinMessage<K extends keyof typeof joinMessages> = z.output<(typeof joinMessages)[K]>

/** Undefined for anything but such a message. */
export function readJoinMessage<K extends keyof typeof joinMessages>(
  kind: K,
  text: string,
): JoinMessage<K> | undefined {
  try {
    const read = z.safeDecode(joinMessages[kind] as z.ZodType, JSON.parse(text))
    return read.success ? (read.data as JoinMessage<K>) : undefined
  } catch {
    return undefined
  }
}

export function writeJoinMessage<K extends keyof typeof joinMessages>(
  kind: K,
  message: JoinMessage<K>,
): string {
  return JSON.stringify(z.encode(joinMessages[kind] as z.ZodType, message))
}
