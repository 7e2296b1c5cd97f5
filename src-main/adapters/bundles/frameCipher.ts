import { createCipheriv, createDecipheriv } from 'node:crypto'

/**
 * Seals the frames of one bundle: AES-256-GCM under its content key, which seals nothing else, so that the number of
 * the frame is its nonce. @param id of the header, base64url.
 */
export function frameCipher(contentKey: Uint8Array, id: string) {
  const parts = (index: number) => {
    const number = Buffer.alloc(4)
    number.writeUInt32LE(index)
    return {
      nonce: Buffer.concat([number, Buffer.alloc(8)]),
      bound: Buffer.concat([
        Buffer.from('delibere/bundle/frame/1\0', 'utf8'),
        Buffer.from(id, 'base64url'),
        number,
      ]),
    }
  }
  return {
    /** Ciphertext, then tag: not joined, as a frame is large. */
    seal: (index: number, content: Uint8Array): readonly [Buffer, Buffer] => {
      const { nonce, bound } = parts(index)
      const cipher = createCipheriv('aes-256-gcm', contentKey, nonce).setAAD(bound)
      const sealed = cipher.update(content)
      // Of a stream cipher nothing is left for the end.
      cipher.final()
      return [sealed, cipher.getAuthTag()]
    },
    /** Undefined when it is not the frame of this place. */
    unseal: (index: number, sealed: Uint8Array): Uint8Array | undefined => {
      const { nonce, bound } = parts(index)
      const decipher = createDecipheriv('aes-256-gcm', contentKey, nonce)
        .setAAD(bound)
        .setAuthTag(sealed.subarray(-16))
      try {
        const content = decipher.update(sealed.subarray(0, -16))
        decipher.final()
        // Not as a Buffer, whose `slice` copies nothing: a record kept must not keep its frame.
        return new Uint8Array(content.buffer, content.byteOffset, content.length)
      } catch {
        return undefined
      }
    },
  }
}
