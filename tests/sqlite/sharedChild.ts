/**
 * A device of a shared file in its own process: signs, offers, takes in what its centre tells, until it is killed. The centre
 * is another process: each commit goes out on its standard output once it is durable, each feed comes in on its standard input.
 *
 *     child -> { offer: [header, body, signature, id (base64)] }    what may be sent, after `fsync`
 *     child -> { told: g }                                          what it has taken in, durable
 *     parent -> { feed, knownSeq, knownCid }                        base64 in the place of bytes
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import type { Feed } from '#shared/operations/feed/feed.ts'
import { offerOwn } from '#shared/operations/replica/offerOwn.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { loaded } from '#tests/operations/support/replica.ts'
import { act, openedFile, settings, valueOf } from './committeeOnDisk.ts'
import { fromText, toText } from './sharedChildText.ts'

const path = process.argv[2] ?? ''
const clock = { nowMs: () => Date.now() }
const file = await openedFile(path, sqliteCommitteeFiles(settings({ clock })))
const say = (message: unknown): void => {
  writeSync(1, `${toText(message)}\n`)
}
say({ doctor: file.doctor().verdict, own: file.sharing.copy.row('ownHead', 'own')?.seq })

let round = 0
for await (const line of createInterface({ input: process.stdin })) {
  const { feed, known } = fromText(line) as {
    readonly feed: Feed
    readonly known: { readonly seq: number; readonly cid: string | null }
  }
  valueOf(file.sharing.take((copy) => takeFeed(copy, feed, nodeCrypto)))
  say({ told: file.sharing.copy.row('cursor', feed.log)?.g })
  for (let i = 0; i < 3; i++, round++)
    valueOf(
      file.transact(act(`Titre ${round}`), (transaction) =>
        transaction.emit('dossier.change@1', `dossier/d${1 + (round % 3)}`, {
          set: { title: `titre ${process.pid} ${round}`, description: 'x'.repeat(3000) },
        }),
      ),
    )
  const { commits, behind } = loaded(offerOwn(file.sharing.copy, known, 1000))
  say({ offer: commits, behind })
}
