/** The child of a forked node: answers what its parent asks, one thing at a time. */
export function answering(tasks: Readonly<Record<string, (asked: never) => unknown>>): void {
  process.on('disconnect', () => process.exit())
  process.on('message', (message: { readonly id: number; readonly task: string; readonly asked: never }) => {
    void (async () => {
      try {
        const value = await tasks[message.task]?.(message.asked)
        process.send?.({ id: message.id, value })
      } catch (error) {
        process.send?.({ id: message.id, failure: error instanceof Error ? error.stack : String(error) })
      }
    })()
  })
}

/** Processor time of this process since it began, every thread of it. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Peak resident memory of this process since it began. */
export const peakMb = (): number => process.resourceUsage().maxRSS / 1024
