import { hash } from 'node:crypto'
import { centre } from '../meeting/cast.ts'
import type { MeetingWorld } from './invariants.ts'

/** [I20] Every commit that the centre keeps is the one that its device signed: its id, and the hash of its body. */
export function bytesBroken(world: MeetingWorld): string | null {
  for (const [key, row] of world.hosts.get(centre)?.disk.list(`${centre}:commit|`) ?? []) {
    const { commit, erased } = row as {
      readonly commit: { readonly header: Uint8Array; readonly body: Uint8Array }
      readonly erased: boolean
    }
    if (hash('sha256', commit.header, 'base64url') !== key.slice(`${centre}:commit|`.length))
      return `${key} is not the id of its header`
    const { bh } = JSON.parse(new TextDecoder().decode(commit.header)) as { readonly bh: string }
    if (!erased && hash('sha256', commit.body, 'base64url') !== bh)
      return `the body of ${key} is not the one that was signed`
  }
  return null
}
