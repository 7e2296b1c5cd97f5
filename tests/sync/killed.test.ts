import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RoomState } from '#shared/contract/syncAnswers.ts'
import type { Result } from '#shared/kernel/result.ts'
import { rootDir } from '#tests/support/rootDir.ts'
import { passphrase } from '#tests/usecases/smallCommittee.ts'
import { sameLaptop } from './support/sameLaptop.ts'
import { settled, sharedCommittee } from './support/sharedCommittee.ts'
import { until } from './support/until.ts'

const mark = { kind: 'value', hundredths: 400, comment: '' } as const

test('[HS6] a hub that is killed goes on with the same lease when its file is opened again, and nothing ordered is lost', async () => {
  const { centre, secretary, sessionId, joined } = await sharedCommittee()
  const [, , chloe] = secretary.memberIds
  const member = await joined({ name: 'Chloé Exemple', role: 'member', memberId: chloe })
  await secretary.dispatcher.close()
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(rootDir, 'tests', 'sync', 'support', 'roomChild.ts'),
      secretary.folder,
      secretary.path,
      passphrase,
      sessionId,
    ],
    { cwd: rootDir, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const said = await new Promise<string>((heard) => child.stdout.once('data', (line) => heard(String(line))))
  const opened = JSON.parse(said) as Result<RoomState>
  if (!opened.ok) throw new Error(said)
  const room = opened.value
  await centre.stop()
  await member.get('room.join', { by: 'invitation', invitation: room.door?.invitation ?? '' })
  const key = { candidatureId: secretary.candidatureIds[0], evaluatorId: chloe }
  await member.get('sheet.mark', { ...key, criterionCode: 'PERT', mark })
  await until('the hub ordered the mark', async () => (await member.get('sync.state', {})).toSend === 0)
  const died = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await died
  const again = await sameLaptop(secretary.folder, secretary.path)
  const resumed = await until('the room goes on', async () => {
    const state = await again.get('room.state', {})
    return state?.door == null ? null : state
  })
  expect(resumed).toMatchObject({
    isHub: true,
    standing: 'open',
    port: room.port,
    lease: { id: room.lease.id, epoch: 0 },
  })
  expect((await again.get('sheet.get', key)).sheet.marks.PERT).toEqual(mark)
  await member.get('sync.now', {})
  await until('the member found the room again, by its key alone', async () => {
    const state = await again.get('room.state', {})
    return state?.people.some(({ memberId, isHere }) => memberId === chloe && isHere) === true
  })
  await centre.startAgain()
  await again.get('sync.now', {})
  await settled(again)
  await until(
    'the centre is connected',
    async () => (await again.get('sync.people.list', {})).people.length > 0,
  )
  await again.get('room.close', {})
  await until('the room is back', async () => (await again.get('room.state', {})) === null)
  expect(await again.get('sync.incidents', {})).toEqual([])
}, 180_000)
