/** A digest of all that happened, in order: two runs of one seed must give the same. */
export interface Trace {
  add(line: string): void
  /** 16 hexadecimal digits. */
  digest(): string
  /** The last lines, oldest first. */
  tail(): readonly string[]
}

const kept = 400

export function trace(): Trace {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  let last: string[] = []
  return {
    add(line) {
      for (let i = 0; i < line.length; i++) {
        const code = line.charCodeAt(i)
        a = Math.imul(a ^ code, 0x01000193)
        b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13)
      }
      a = Math.imul(a ^ 10, 0x01000193)
      last.push(line)
      if (last.length > 2 * kept) last = last.slice(-kept)
    },
    digest: () => [a, b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(''),
    tail: () => last.slice(-kept),
  }
}
