/**
 * Runs `work` when asked, never twice at once: what is asked meanwhile is done once more at the end, whatever its number. The
 * last run always begins after the last asking.
 */
export function oneAtATime(work: () => Promise<unknown>): () => void {
  let isRunning = false
  let isAskedAgain = false
  const run = async (): Promise<void> => {
    if (isRunning) {
      isAskedAgain = true
      return
    }
    isRunning = true
    isAskedAgain = false
    try {
      await work()
    } finally {
      isRunning = false
      if (isAskedAgain) void run()
    }
  }
  return () => void run()
}
