/** Loads the copy served in a folder over an older file, saying each chunk, until it is killed or done. */
import { writeSync } from 'node:fs'
import { loadFirstSync } from '#main/adapters/bundles/firstSyncLoad.ts'
import { codeOf } from '../sqlite/committeeOnDisk.ts'
import { loadOf } from './firstSyncWorld.ts'

const [served = '', path = ''] = process.argv.slice(2)
const onProgress = ({ done }: { done: number }) => writeSync(1, `${done}\n`)
const load = await loadOf(served, { replaces: true })
writeSync(1, 'loading\n')
const loaded = await loadFirstSync(path, load, { onProgress, signal: { aborted: false } })
writeSync(1, `${codeOf(loaded)}\n`)
