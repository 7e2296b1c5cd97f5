import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { SyncState } from '#shared/contract/syncAnswers.ts'

/** Waits until the file stands so, or half a minute; answers how it stands then. */
export async function untilState(
  dispatcher: Dispatcher,
  isSo: (state: SyncState) => boolean,
): Promise<SyncState> {
  for (let step = 0; ; step++) {
    const state = await dispatcher.call('sync.state', {})
    // Asking how a file stands is refused to nobody who opened it.
    if (!state.ok) throw new Error(state.refusal.code)
    if (isSo(state.value) || step === mostSteps) return state.value
    await new Promise((next) => setTimeout(next, stepMs))
  }
}

const stepMs = 100
const mostSteps = 300
