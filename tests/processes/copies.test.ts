import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { audited, inspect } from './support/inspect.ts'
import { type Ledger, ledger, markOf } from './support/ledger.ts'
import { type Seat, seat } from './support/seat.ts'
import { settled, type Town, town } from './support/town.ts'

test('[PR5] a laptop that was cloned is told, keeps what it wrote, writes no more until it enrols again, and loses nothing', {
  timeout: 600_000,
}, async () => {
  const committee = await town({ seed: 'clone', laptops: 5, candidatures: 3 })
  let clone: Seat | null = null
  try {
    const written = ledger()
    const member = committee.seats.find(({ role }) => role === 'member') as Seat
    await mark(committee, member, written, 0, 'avant la copie')
    await settled(member)
    await member.shut()
    cpSync(join(committee.folder, member.name), join(committee.folder, 'clone'), { recursive: true })
    await committee.server().stop()
    await member.reopen()
    await mark(committee, member, written, 1, 'sur le premier')
    const { person, role, memberId } = member
    clone = seat({ name: 'clone', person, role, memberId, folder: committee.folder })
    await clone.reopen()
    await mark(committee, clone, written, 2, 'sur le second')
    await mark(committee, clone, written, 5, 'sur le second encore')
    await committee.startServer()
    await member.get('sync.now', {})
    await settled(member)
    // The second learns that another wrote under its key, keeps what it wrote, and writes no more under it.
    await clone.get('sync.now', {})
    await clone.laptop().until('sync.state', {}, ({ mustEnrol }) => mustEnrol !== null, 90_000)
    const key = { candidatureId: committee.candidatureIds[0] ?? '', evaluatorId: memberId ?? '' }
    const more = { ...key, criterionCode: committee.criteria[3] ?? '', mark: markOf(4, 'encore') }
    expect(await clone.ask('sheet.mark', more)).toMatchObject({ refusal: { code: 'sync.must-enrol' } })
    const { sheet } = await clone.get('sheet.get', key)
    expect(sheet.marks[committee.criteria[2] ?? '']).toEqual(markOf(4, 'sur le second'))
    await mark(committee, member, written, 4, 'le premier encore')
    await enrolAgain(committee, clone)
    // What the second wrote under their key proves that two machines have it: the first is told at its next act.
    await mark(committee, member, written, 3, 'le premier, de la clé de deux postes')
    await member.laptop().until('sync.state', {}, ({ mustEnrol }) => mustEnrol === 'forked', 90_000)
    await enrolAgain(committee, member)
    const both = { ...committee, seats: [...committee.seats, clone] }
    for (const each of both.seats) await each.get('sync.now', {})
    for (const each of both.seats) await settled(each)
    await new Promise((next) => setTimeout(next, 2_000))
    expect(await inspect(both, written)).toEqual([])
    const audit = await audited(committee, committee.secretariat)
    expect([audit.code, audit.text]).toEqual([0, expect.stringContaining('Conforme')])
  } finally {
    await clone?.shut()
    await committee.close()
  }
})

test('[PR5] an older copy of a file, put back, is told, enrols again, and loses nothing that was sent', {
  timeout: 600_000,
}, async () => {
  const committee = await town({ seed: 'older copy', laptops: 5, candidatures: 3 })
  try {
    const written = ledger()
    const member = committee.seats.find(({ role }) => role === 'member') as Seat
    await mark(committee, member, written, 0, 'avant la sauvegarde')
    await settled(member)
    await member.shut()
    const kept = join(committee.folder, 'sauvegarde.delibere')
    cpSync(member.path, kept)
    await member.reopen()
    await mark(committee, member, written, 1, 'après la sauvegarde')
    await mark(committee, member, written, 2, 'encore après')
    await settled(member)
    await member.shut()
    for (const suffix of ['', '-wal', '-shm']) rmSync(member.path + suffix, { force: true })
    cpSync(kept, member.path)
    await member.reopen()
    await member.get('sync.now', {})
    await member.laptop().until('sync.state', {}, ({ mustEnrol }) => mustEnrol === 'behind', 90_000)
    const key = { candidatureId: committee.candidatureIds[0] ?? '', evaluatorId: member.memberId ?? '' }
    const early = { ...key, criterionCode: committee.criteria[3] ?? '', mark: markOf(4, 'trop tôt') }
    expect(await member.ask('sheet.mark', early)).toMatchObject({ refusal: { code: 'sync.must-enrol' } })
    await enrolAgain(committee, member)
    await takeUpAll(member)
    await mark(committee, member, written, 4, 'après')
    for (const each of committee.seats) await each.get('sync.now', {})
    for (const each of committee.seats) await settled(each)
    await new Promise((next) => setTimeout(next, 2_000))
    expect(await inspect(committee, written)).toEqual([])
  } finally {
    await committee.close()
  }
})

async function mark(
  { candidatureIds, criteria }: Town,
  who: Seat,
  written: Ledger,
  criterion: number,
  comment: string,
): Promise<void> {
  const key = { candidatureId: candidatureIds[0] ?? '', evaluatorId: who.memberId ?? '' }
  const criterionCode = criteria[criterion] ?? ''
  const value = markOf(4, comment)
  const answer = await who.ask('sheet.mark', { ...key, criterionCode, mark: value })
  expect(answer).toMatchObject({ ok: true })
  written.note(`mark ${key.evaluatorId} ${key.candidatureId} ${criterionCode}`, value, answer)
}

async function enrolAgain(committee: Town, who: Seat): Promise<void> {
  await who.get('sync.enrol-again', { invitation: await committee.inviteAgain(who) })
  await settled(who)
  expect((await who.get('sync.state', {})).mustEnrol).toBe(null)
}

async function takeUpAll(who: Seat): Promise<void> {
  for (const { cid } of await who.get('sync.to-regularise', {})) await who.get('sync.take-up', { cid })
  await settled(who)
}
