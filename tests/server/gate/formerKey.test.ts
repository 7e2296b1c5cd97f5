import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attachment } from '../support/attachment.ts'
import { foundedCommittee, joinedMember } from '../support/foundedCommittee.ts'
import { laptop } from '../support/laptop.ts'
import { runningServer, stopServer } from '../support/runningServer.ts'

test('[SV25] [BL8] a laptop that enrolled again sends what its former key cited; that of somebody else does not', async () => {
  const data = mkdtempSync(join(tmpdir(), 'delibere-former-key-'))
  const server = await runningServer({ DELIBERE_SERVER_DATA: data })
  const secretary = await foundedCommittee(server.place, server.firstCode ?? '')
  const former = await joinedMember(secretary, server.place, 'office', { role: 'secretariat' })
  const other = await joinedMember(secretary, server.place, 'other', { role: 'secretariat' })
  const again = laptop(server.place, 'd-office-again')
  try {
    const paper = attachment('un modèle')
    await former.connect()
    former.write('office', paper.template('t-1'))
    await former.caughtUp()
    await former.disconnect()
    const invitation = { name: 'office', userId: former.user(), mayHub: false }
    const invited = await secretary.ask('POST', 'invitations', invitation)
    await again.join(invited.body.code)
    expect(again.user()).toBe(former.user())
    await other.connect()
    expect(await paper.send(other)).toEqual([403, 403])
    await again.connect()
    expect(await paper.send(again)).toEqual([200, 200])
    expect((await paper.fetch(other)).status).toBe(200)
  } finally {
    for (const one of [secretary, former, other, again]) one.exchange.close()
    await stopServer(server, 'SIGKILL')
    rmSync(data, { recursive: true, force: true })
  }
}, 60_000)
