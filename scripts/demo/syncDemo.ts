import { mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import { type Laptop, openLaptop } from '../laptops/openLaptop.ts'
import { openServer, type RunningServer } from '../laptops/openServer.ts'
import { RefusedStep } from './asking.ts'
import type { StepTeller } from './stepTeller.ts'
import { shareStory } from './syncStory.ts'

/**
 * A server, the laptop of the secretariat and those of five members, each a process of its own, on this machine: what was
 * prepared apart, held in a room without the server, brought back, and what came too late; then the auditor. Answers the
 * exit code.
 */
export async function syncDemo(steps: StepTeller, outFolder: string): Promise<number> {
  const folder = join(outFolder, 'sync')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const laptops: Laptop[] = []
  const servers: RunningServer[] = []
  try {
    const told = await shareStory({
      folder,
      say: steps.begin,
      note: steps.note,
      laptop: (name) => {
        const laptop = openLaptop(name, join(folder, name, 'reglages'))
        laptops.push(laptop)
        return laptop
      },
      server: async (listen) => {
        const server = await openServer({ dataFolder: join(folder, 'serveur'), listen })
        servers.push(server)
        return server
      },
    })
    steps.end()
    process.stdout.write(
      `\nTout est dans ${relative(process.cwd(), folder) || '.'}.\n\n${told.lines.join('\n')}\n`,
    )
    return told.isSound ? 0 : 1
  } catch (error) {
    steps.end()
    const sentence =
      error instanceof RefusedStep
        ? `${refusalSentence(error.refusal)}\n(${error.message} ${JSON.stringify(error.refusal.details)})`
        : String(error)
    process.stderr.write(`\n${sentence}\n`)
    return 1
  } finally {
    await Promise.all(laptops.map((laptop) => laptop.shut()))
    await Promise.all(servers.map((server) => server.stop()))
  }
}
