import { join } from 'node:path'
import type { Lap } from '../measure/contest.ts'
import { benchDevice } from './benchDevice.ts'
import { type BenchNode, startNode } from './node.ts'
import { timedOver } from './timedOver.ts'

/** Laptops in one room: each keys marks, all of them must have every mark. One process a laptop, one for the hub. */
export interface RoomWork {
  readonly folder: string
  readonly laptops: number
  /** Each, one every `everyMs`. */
  readonly marks: number
  readonly everyMs: number
}

const here = import.meta.dirname

export async function oursRoom(work: RoomWork): Promise<Lap> {
  const { folder, laptops, marks } = work
  const hub = startNode(join(here, 'ours', 'hubProcess.ts'))
  const nodes = Array.from({ length: laptops }, () => startNode(join(here, 'ours', 'deviceProcess.ts')))
  try {
    // Every one of them reads everything and signs his own sheets.
    const devices = nodes.map((_, index) => benchDevice(`d-${index + 1}`, 'secretariat', `m-${index + 1}`))
    const place = await hub.ask('start', { folder, candidatures: marks, marks: 0, devices })
    for (const [index, node] of nodes.entries()) {
      await node.ask('start', { folder, device: devices[index], isEncrypted: true, hub: place })
      await node.ask('enter')
    }
    return await meeting([hub, ...nodes], nodes, work)
  } finally {
    await Promise.all([hub, ...nodes].map((node) => node.stop()))
  }
}

export async function pouchRoom(work: RoomWork): Promise<Lap> {
  const script = join(here, 'others', 'pouchdb.mjs')
  const hub = startNode(script)
  const nodes = Array.from({ length: work.laptops }, () => startNode(script))
  try {
    const place = await hub.ask('serve', { folder: join(work.folder, 'hub') })
    for (const [index, node] of nodes.entries()) {
      await node.ask('start', { folder: join(work.folder, `laptop-${index}`), hub: place })
      await node.ask('enter', { name: index + 1 })
    }
    return await meeting([hub, ...nodes], nodes, work)
  } finally {
    await Promise.all([hub, ...nodes].map((node) => node.stop()))
  }
}

/** A sample is one mark at one other laptop: from the key that was pressed to what that laptop holds. */
async function meeting(all: readonly BenchNode[], nodes: readonly BenchNode[], work: RoomWork): Promise<Lap> {
  const { marks, everyMs, laptops } = work
  const samplesMs: number[] = []
  const { cpuMs } = await timedOver(all, async () => {
    const keyed = await Promise.all(
      nodes.map((node) => node.ask<readonly Moment[]>('meeting', { marks, everyMs })),
    )
    const heard = await Promise.all(
      nodes.map((node) => node.ask<readonly Moment[]>('heard', { commits: marks * laptops })),
    )
    for (const [reader, moments] of heard.entries()) {
      const when = new Map(moments)
      const others = keyed.filter((_, writer) => writer !== reader).flat()
      for (const [entity, atMs] of others) samplesMs.push((when.get(entity) ?? Number.NaN) - atMs)
    }
    return 0
  })
  if (samplesMs.some((ms) => Number.isNaN(ms))) throw new Error('a laptop never had a mark')
  return { samplesMs, cpuMs, found: samplesMs.length }
}

type Moment = readonly [entity: string, atMs: number]
