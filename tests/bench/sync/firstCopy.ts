import { join } from 'node:path'
import type { Lap } from '../measure/contest.ts'
import { benchDevice } from './benchDevice.ts'
import { type BenchNode, startNode } from './node.ts'
import { timedOver } from './timedOver.ts'

const here = import.meta.dirname

/** A laptop that holds nothing takes everything: dossiers, candidatures and five marks each. */
export async function oursFirstCopy(folder: string, dossiers: number): Promise<Lap> {
  const hub = startNode(join(here, 'ours', 'hubProcess.ts'))
  const laptop = startNode(join(here, 'ours', 'deviceProcess.ts'))
  try {
    const device = benchDevice('d-secretary', 'secretariat', null)
    const start = { folder, candidatures: dossiers, marks: marksEach, devices: [device] }
    const place = await hub.ask('start', start)
    await laptop.ask('start', { folder, device, isEncrypted: true, hub: place })
    return await taken([hub, laptop], laptop, 'firstCopy')
  } finally {
    await Promise.all([hub.stop(), laptop.stop()])
  }
}

/** The same marks, one document each, and as many documents more as there are dossiers and candidatures. */
export async function pouchFirstCopy(folder: string, dossiers: number): Promise<Lap> {
  const script = join(here, 'others', 'pouchdb.mjs')
  const hub = startNode(script)
  const laptop = startNode(script)
  try {
    const place = await hub.ask('serve', { folder: join(folder, 'hub') })
    await laptop.ask('start', { folder: join(folder, 'laptop'), hub: place })
    await hub.ask('hold', { marks: dossiers * marksEach, others: dossiers * 2 })
    return await taken([hub, laptop], laptop, 'pull')
  } finally {
    await Promise.all([hub.stop(), laptop.stop()])
  }
}

async function taken(nodes: readonly BenchNode[], laptop: BenchNode, task: string): Promise<Lap> {
  const timing = await timedOver(nodes, () => laptop.ask<number>(task, {}))
  return { ...timing, peakMb: await laptop.ask<number>('peakMb'), found: await laptop.ask('found') }
}

const marksEach = 5
