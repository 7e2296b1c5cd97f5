import type { Page } from '@playwright/test'
import type { HostEvent, InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'

type SharingProcedure = Extract<
  ProcedureName,
  `sync.${string}` | `room.${string}` | `bundle.${string}` | 'file.choose'
>

export type SharingAnswers = {
  readonly [N in SharingProcedure]?: (input: InputOf<N>) => Result<OutputOf<N>>
}

/** The other laptops, played: what the screens ask of them is answered here, before it reaches the host. */
export interface FakeSharing {
  /** Answers these from now on, beside those already given. */
  answer(answers: SharingAnswers): void
  /** Tells the page what a host tells its windows by itself. */
  tell(event: HostEvent): Promise<void>
  /** What was asked, in order: `sync.take-up {"cid":"c1"}`. */
  readonly asked: readonly string[]
}

/**
 * Plays the server and the room behind the screens of a page, at the edge of its host: the bridge, the contract and the screens
 * are the real ones. What nobody answers is refused as it is on a file that is alone.
 */
export async function fakeSharing(page: Page): Promise<FakeSharing> {
  let given: SharingAnswers = {}
  const asked: string[] = []
  await page.addInitScript(keepEventSources)
  await page.route(/\/rpc\/((sync|room|bundle)\.|file\.choose)/, async (route) => {
    const procedure = decodeURIComponent(new URL(route.request().url()).pathname.slice('/rpc/'.length))
    const { input } = route.request().postDataJSON() as { input: unknown }
    const answer = (given as Record<string, ((input: unknown) => Result<unknown>) | undefined>)[procedure]
    if (procedure === 'file.choose' && answer === undefined) return route.continue()
    if (!readings.test(procedure)) asked.push(`${procedure} ${JSON.stringify(input)}`)
    const value = answer === undefined ? refuse('sync.alone') : answer(input)
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ value }) })
  })
  await page.reload()
  return {
    answer: (answers) => {
      given = { ...given, ...answers }
    },
    tell: (event) =>
      page.evaluate((told) => {
        const { toldSources } = window as unknown as { toldSources: EventSource[] }
        for (const source of toldSources)
          source.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(told) }))
      }, event),
    asked,
  }
}

const readings = /\.(state|standings|list|look|unfinished|to-regularise|incidents|recipients)$/

/** Runs in the page, before its scripts: keeps hold of what it listens to. */
function keepEventSources(): void {
  const kept: EventSource[] = []
  const place = window as unknown as { toldSources: EventSource[]; EventSource: typeof EventSource }
  place.toldSources = kept
  place.EventSource = class extends EventSource {
    constructor(url: string | URL) {
      super(url)
      kept.push(this)
    }
  }
}

/** Answers always the same. */
export const always =
  <T>(value: T) =>
  (): Result<T> =>
    ok(value)
