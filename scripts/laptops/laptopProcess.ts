import { cliHost } from '#main/cli/cliHost.ts'
import { processTerminal } from '#main/cli/terminal.ts'
import { compose } from '#main/composition/compose.ts'
import { refuse } from '#shared/kernel/result.ts'
import type { Asked, Told } from './openLaptop.ts'

// One laptop as a process of its own: the whole application without its windows. What it is asked comes over the channel
// that its parent gave it, and goes through the same door as what the screens ask.

const dispatcher = compose(cliHost(processTerminal()))
/** Its parent may be gone already. */
const tell = (told: Told): void => {
  if (process.connected) process.send?.(told, undefined, undefined, () => {})
}

dispatcher.subscribe((event) => tell({ kind: 'event', event }))
process.on('message', ({ id, procedure, input }: Asked) => {
  dispatcher
    .ask(procedure, input)
    .catch((error: unknown) => refuse('input.invalid', { reason: String(error) }))
    .then((answer) => tell({ kind: 'answer', id, answer }))
})
// The parent is gone: nobody asks any more, and the file is closed as it should be.
process.on('disconnect', () => void dispatcher.close().then(() => process.exit(0)))
