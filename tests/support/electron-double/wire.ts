// Between the double and the page everything is text: JSON, bytes as base64. The real Electron clones
// more (dates, maps): our payloads must do without, and fail here first. isolatedWorld.js has the other half.

export function toText(value: unknown): string {
  return JSON.stringify(value === undefined ? {} : { value }, (_key, part: unknown) =>
    part instanceof Uint8Array ? { $bytes: Buffer.from(part).toString('base64') } : part,
  )
}

export function fromText(text: string): unknown {
  const wrapped: { value?: unknown } = JSON.parse(text, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && '$bytes' in part
      ? new Uint8Array(Buffer.from(String(part.$bytes), 'base64'))
      : part,
  )
  return wrapped.value
}
