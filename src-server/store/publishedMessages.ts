/** Who listens to what is published in this process. A listener that throws does not keep the others from hearing. */
export function publishedMessages(onFailure: (error: unknown) => void): {
  add(listener: (message: string) => void): () => void
  tell(message: string): void
} {
  const listeners = new Set<(message: string) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(message) {
      for (const listener of [...listeners]) {
        try {
          listener(message)
        } catch (error) {
          onFailure(error)
        }
      }
    },
  }
}
