/** The child of a forked node: answers what its parent asks, one thing at a time. */
export function answering(tasks) {
  process.on('disconnect', () => process.exit())
  process.on('message', async ({ id, task, asked }) => {
    try {
      process.send({ id, value: await tasks[task](asked) })
    } catch (error) {
      process.send({ id, failure: String(error?.stack ?? error) })
    }
  })
}

export const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export const peakMb = () => process.resourceUsage().maxRSS / 1024

/** The clock that every process of this machine shares, in milliseconds. */
export const nowMs = () => performance.timeOrigin + performance.now()

/** The same marks as ours. */
export const markAt = (index) => ({
  hundredths: 100 * ((index * 37) % 21),
  comment: `Dossier ${index + 1} : projet pertinent pour le territoire, plan de financement à préciser avant la séance.`,
})
