/** Events in the order in which they happened; one reader waits for the next. */
export interface EventQueue<E> {
  push(event: E): void
  /** An exception of `event` is thrown by the next {@link EventQueue.next}. */
  pushWhenDone(event: Promise<E>): void
  next(): Promise<E>
}

export function eventQueue<E>(): EventQueue<E> {
  const happened: (() => E)[] = []
  let waiting: (() => void) | null = null
  const add = (outcome: () => E) => {
    happened.push(outcome)
    waiting?.()
  }
  return {
    push: (event) => add(() => event),
    pushWhenDone: (event) => {
      event.then(
        (value) => add(() => value),
        (error: unknown) =>
          add(() => {
            throw error
          }),
      )
    },
    next: async () => {
      while (happened.length === 0)
        await new Promise<void>((resolve) => {
          waiting = resolve
        })
      waiting = null
      return (happened.shift() as () => E)()
    },
  }
}
