import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { SyncState } from '#shared/contract/syncAnswers.ts'

/** Waits until the file stands so, until no line can be had, or half a minute; answers how it stands then. */
export async function untilState(
  dispatcher: Dispatcher,
  isSo: (state: SyncState) => boolean,
): Promise<SyncState> {
  for (let step = 0; ; step++) {
    const state = await stateOf(dispatcher)
    const isInVain = state.connection === 'refused' || state.connection === 'offline'
    if (isSo(state) || isInVain || step === mostSteps) return state
    await pause()
  }
}

/** Waits until all is sent and nothing more has come for a second. */
export async function untilQuiet(dispatcher: Dispatcher): Promise<SyncState> {
  let quiet = 0
  let received = -1
  return untilState(dispatcher, (state) => {
    const isQuiet = state.connection === 'connected' && state.toSend === 0 && state.progress === null
    quiet = isQuiet && state.received === received ? quiet + 1 : 0
    received = state.received
    return quiet === quietSteps
  })
}

async function stateOf(dispatcher: Dispatcher): Promise<SyncState> {
  const state = await dispatcher.call('sync.state', {})
  // Asking how a file stands is refused to nobody who opened it.
  if (!state.ok) throw new Error(state.refusal.code)
  return state.value
}

const pause = () => new Promise((next) => setTimeout(next, stepMs))

const stepMs = 100
const mostSteps = 300
const quietSteps = 10
