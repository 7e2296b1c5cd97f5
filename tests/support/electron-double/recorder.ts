export interface RecordedCall {
  readonly name: string
  readonly details: readonly unknown[]
}

/** What the application asked of the outside world, in order, for the tests to look at. */
export const recordedCalls: RecordedCall[] = []

export function record(name: string, ...details: readonly unknown[]): void {
  recordedCalls.push({ name, details })
}
