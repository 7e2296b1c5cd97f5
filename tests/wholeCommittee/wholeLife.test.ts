import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import { sheetsAreThere, sheetsPath } from '#tests/cli/support/realSheets.ts'
import { statesOf } from '#tests/operations/support/replica.ts'
import { openApplication } from '#tests/support/openApplication.ts'
import { everythingIn } from './support/everythingIn.ts'
import { laptopDispatcher } from './support/laptopDispatcher.ts'
import {
  type Actor,
  examined,
  type House,
  type LivedLife,
  lifeStory,
  type MemberName,
  recusedNumber,
  secretOf,
} from './support/lifeStory.ts'
import { type Laptop, type SharedWorld, sharedWorld } from './support/sharedWorld.ts'

if (!sheetsAreThere) console.warn(`Left aside: the 49 real sheets are not in ${sheetsPath}`)

/** One procedure at one door that must succeed. */
const askAt =
  (door: (who: Actor) => Dispatcher): House['ask'] =>
  async (who, procedure, input) => {
    const answer = await door(who).call(procedure, input)
    if (!answer.ok) throw new Error(`${who} ${procedure}: ${JSON.stringify(answer.refusal)}`)
    return answer.value
  }

/** Everybody on one laptop: a file that is alone, encrypted, on the disk. */
function houseAlone(): House {
  const { dispatcher, folder } = openApplication()
  const ask = askAt(() => dispatcher)
  return {
    ask: (who, procedure, input) => {
      // Identifiers follow the clock, which stands still but for what is asked.
      vi.setSystemTime(Date.now() + 2)
      const path = join(folder, 'comite.delibere')
      return ask(who, procedure, procedure === 'file.create' ? ({ ...input, path } as typeof input) : input)
    },
    arrive: () => undefined,
    online: () => undefined,
  }
}

interface HouseTogether extends House {
  readonly world: SharedWorld
  laptop(who: Actor): Laptop
  dispatcherOf(laptop: Laptop): Dispatcher
}

/** An authority; the secretariat, the chair and the members each with a copy, under their own rights. */
function houseTogether(): HouseTogether {
  const world = sharedWorld()
  const laptops = new Map<Actor, Laptop>([['secretariat', world.secretariat]])
  const doors = new Map<Laptop, Dispatcher>()
  const laptop = (who: Actor): Laptop => {
    const found = laptops.get(who)
    if (found === undefined) throw new Error(`${who} has no laptop`)
    return found
  }
  const dispatcherOf = (of: Laptop): Dispatcher => {
    const door = doors.get(of) ?? laptopDispatcher(of)
    doors.set(of, door)
    return door
  }
  const ask = askAt((who) => dispatcherOf(laptop(who)))
  return {
    world,
    laptop,
    dispatcherOf,
    ask: async (who, procedure, input) => {
      world.settle()
      return ask(who, procedure, input)
    },
    arrive: (memberIds) => {
      for (const name of ['Ada', 'Chloé', 'Denis'] as const)
        laptops.set(
          name,
          world.join(`u-${name}`, name === 'Ada' ? 'chair' : 'member', memberIds.get(name) ?? ''),
        )
    },
    online: (who, isOn) => laptop(who).online(isOn),
  }
}

/** What everybody reads of it the day after, without an identifier. */
async function factsOf(ask: House['ask'], { callId, sessionId, candidatureIds }: LivedLife) {
  const numberOf = new Map([...candidatureIds].map(([number, id]) => [id, number]))
  const { rows } = await ask('secretariat', 'ranking.get', { callId })
  const view = await ask('secretariat', 'session.get', { sessionId })
  const board = await ask('secretariat', 'document.board', { sessionId })
  const texts: Record<string, string> = {}
  const write = async (name: string, request: Omit<InputOf<'document.preview'>, 'format'>) => {
    const { bytes } = await ask('secretariat', 'document.preview', { ...request, format: 'docx' })
    texts[name] = wordsOf(bytes)
  }
  for (const document of ofSession) await write(document, { sessionId, document })
  for (const { number, candidatureId, document } of ofCandidatures(board))
    await write(`${document} ${number}`, { sessionId, candidatureId, document })
  // What is published as data.
  const csv = await ask('secretariat', 'document.preview', { sessionId, document: 'ranking', format: 'csv' })
  const folder = mkdtempSync(join(tmpdir(), 'delibere-life-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const agreements = await batch(ask, sessionId, 'agreements', join(folder, 'conventions'))
  const letters = await batch(ask, sessionId, 'letters', join(folder, 'lettres'))
  return {
    ranking: rows.map(({ number, rank, score, award }) => ({
      number,
      rank,
      score,
      award: award.amountCents,
    })),
    decided: view.session.agenda.map(({ candidatureId, outcome, runs, debate }) => ({
      number: numberOf.get(candidatureId ?? ''),
      ...{ opinion: outcome?.opinion, amountCents: outcome?.amountCents, vote: outcome?.vote },
      ...{ runs, debate },
    })),
    money: view.envelope,
    minutes: board.minutes,
    act: board.act,
    documents: board.documents.map(({ document, missing }) => ({ document, missing })),
    texts,
    csv: new TextDecoder().decode(csv.bytes),
    agreements,
    letters,
  }
}

const ofSession = ['convocation', 'minutes', 'decision-record', 'resolution', 'examined-list'] as const

const ofCandidatures = (board: Awaited<ReturnType<typeof boardOf>>) =>
  board.candidatures.flatMap(({ number, candidatureId, letter }) =>
    letter === null ? [] : [{ number, candidatureId, document: letter }],
  )

const boardOf = (ask: House['ask'], sessionId: string) => ask('secretariat', 'document.board', { sessionId })

async function batch(
  ask: House['ask'],
  sessionId: string,
  what: InputOf<'document.batch'>['what'],
  folder: string,
) {
  const { written, left } = await ask('secretariat', 'document.batch', {
    ...{ sessionId, what, format: 'docx', candidatureIds: null, folder },
  })
  const files = readdirSync(folder).filter((name) => name.endsWith('.docx'))
  return {
    written,
    left,
    texts: files.sort().map((name) => [name, wordsOf(readFileSync(join(folder, name)))]),
  }
}

/** The body of a Word file, without its form: the feet bear the identifier of the copy. */
const wordsOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<\/w:p>/gu, '\n')
    .replace(/<[^>]+>/gu, '')

describe.runIf(sheetsAreThere)('the whole life of a council on the 49 real sheets', () => {
  test('[SY3] [SY13] [SY23] shared among laptops it decides, writes and publishes what a file alone does', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_780_000_000_000 })
    onTestFinished(() => void vi.useRealTimers())
    const together = houseTogether()
    const { world } = together
    const lived = await lifeStory(together, async ({ memberIds, candidatureIds }) => {
      world.settle()
      const of = (name: MemberName) => everythingIn(together.laptop(name).store)
      expect([of('Chloé'), of('Denis')].map((held) => held.includes(secretOf('Ada')))).toEqual([false, false])
      expect([of('Chloé'), of('Denis')].map((held) => held.includes(secretOf('Chloé')))).toEqual([
        true,
        false,
      ])
      const recused = `${candidatureIds.get(recusedNumber)}`
      expect(
        Object.keys(statesOf(together.laptop('Chloé').store)).filter((entity) => entity.includes(recused)),
      ).toEqual([`recusal/${recused}/${memberIds.get('Chloé')}`])
    })
    expect(world.refusedSince()).toEqual([])
    world.settle()
    const facts = await factsOf(together.ask, lived)
    expect(facts.ranking).toHaveLength(49)
    expect(facts.decided).toHaveLength(examined.length)
    expect([facts.letters.written, facts.agreements.written, facts.minutes.state]).toEqual([
      8,
      1,
      'published',
    ])

    // The second laptop of the secretariat, which came the day after, and the chair read the very same.
    const second = world.join('u-second', 'secretariat')
    const asSecond = askAt(() => together.dispatcherOf(second))
    expect(await factsOf(asSecond, lived)).toEqual(facts)
    world.settle()
    expect(statesOf(second.store)).toEqual(statesOf(world.secretariat.store))
    expect(statesOf(together.laptop('Ada').store)).toEqual(statesOf(world.secretariat.store))
    expect(world.refusedSince()).toEqual([])

    const alone = houseAlone()
    const livedAlone = await lifeStory(alone, async () => undefined)
    expect(facts).toEqual(await factsOf(alone.ask, livedAlone))
    // The digest of the frozen facts included: it names nothing but what was said.
    expect(livedAlone.closing).toEqual(lived.closing)
  })
})
