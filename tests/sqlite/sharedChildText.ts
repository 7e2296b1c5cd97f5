/** Values with byte strings in them, as a line of text and back. */
export const toText = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    member instanceof Uint8Array ? { bytes64: Buffer.from(member).toString('base64') } : member,
  )

export const fromText = (line: string): unknown =>
  JSON.parse(line, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && 'bytes64' in member
      ? new Uint8Array(Buffer.from(member.bytes64 as string, 'base64'))
      : member,
  )
