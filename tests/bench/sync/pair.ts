import { join } from 'node:path'
import type { Lap } from '../measure/contest.ts'
import { benchDevice } from './benchDevice.ts'
import { startNode } from './node.ts'
import { type Timing, timedOver } from './timedOver.ts'

/** What a topology `pair` gave: A writes offline, pushes to the hub; B, who was there before, pulls. */
export interface PairLaps {
  readonly push: Lap
  readonly pull: Lap
}

export interface PairWork {
  readonly folder: string
  readonly operations: number
  readonly perCommit: number
}

const here = import.meta.dirname

export async function oursPair(
  { folder, operations, perCommit }: PairWork,
  isEncrypted: boolean,
): Promise<PairLaps> {
  const script = join(here, 'ours', 'deviceProcess.ts')
  const nodes = [
    startNode(join(here, 'ours', 'hubProcess.ts')),
    startNode(script),
    startNode(script),
  ] as const
  const [hub, writer, reader] = nodes
  try {
    const devices = [
      benchDevice('d-anne', 'member', 'm-anne'),
      benchDevice('d-secretary', 'secretariat', null),
    ]
    const commits = operations / perCommit
    const place = await hub.ask('start', { folder, candidatures: commits, marks: 0, devices })
    for (const [node, own] of [
      [writer, devices[0]],
      [reader, devices[1]],
    ] as const) {
      await node.ask('start', { folder, device: own, isEncrypted, hub: place })
      await node.ask('prepare')
    }
    await writer.ask('seal', { first: 0, operations, perCommit })
    const push = await timedOver(nodes, () => writer.ask<number>('push'))
    const { count } = await hub.ask<{ count: number }>('counts')
    if (count !== commits) throw new Error(`the hub accepted ${count} commits of ${commits}`)
    const pull = await timedOver(nodes, () => reader.ask<number>('pull', { commits }))
    const [found, written] = [await reader.ask<Found>('found'), await writer.ask<Found>('found')]
    return laps(push, pull, found, written)
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
}

export async function othersPair(name: 'pouchdb' | 'yjs' | 'automerge', work: PairWork): Promise<PairLaps> {
  const script = join(here, 'others', `${name}.mjs`)
  const nodes = [startNode(script), startNode(script), startNode(script)] as const
  const [hub, writer, reader] = nodes
  try {
    const place = await hub.ask('serve', { folder: join(work.folder, 'hub') })
    await writer.ask('start', { folder: join(work.folder, 'writer'), hub: place })
    await reader.ask('start', { folder: join(work.folder, 'reader'), hub: place })
    await writer.ask('seal', { operations: work.operations })
    let known: unknown = null
    const push = await timedOver(nodes, async () => {
      if (name !== 'automerge') return writer.ask<number>('push')
      const begun = performance.now()
      known = await writer.ask('push', { operations: work.operations })
      await hub.ask('holds', { count: work.operations })
      return performance.now() - begun
    })
    const pull = await timedOver(nodes, () => reader.ask<number>('pull', { known }))
    const [found, written] = [await reader.ask<Found>('found'), await writer.ask<Found>('found')]
    return laps(push, pull, found, written)
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
}

interface Found {
  readonly count: number
  readonly sum: number
}

function laps(push: Timing, pull: Timing, found: Found, written: Found): PairLaps {
  if (found.count !== written.count || found.sum !== written.sum)
    throw new Error(`the reader has ${JSON.stringify(found)}, the writer ${JSON.stringify(written)}`)
  return { push: { ...push, found }, pull: { ...pull, found } }
}
