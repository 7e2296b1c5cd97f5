import { randomBytes } from 'node:crypto'
import { request } from 'node:https'
import { afterEach, describe, expect, it } from 'vitest'
import { guestDoor } from '#main/adapters/network/guests/guestDoor.ts'
import { guestRoutes } from '#main/adapters/network/guests/guestRoutes.ts'
import { newJoinCode } from '#main/adapters/network/joining/joinCode.ts'
import { testRoom } from '../support/testRoom.ts'

const randomness = { bytes: (length: number) => new Uint8Array(randomBytes(length)) }
const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close()
})

describe('the door of the guests', () => {
  it('[NW13] a code is for one person, once', () => {
    const door = guestDoor(randomness)
    const [anne, luc] = [door.invite('anne'), door.invite('luc')]
    const entered = door.enter(anne.toLowerCase().replace('-', ' '))
    if (!entered.ok) throw new Error(entered.refusal.code)
    expect(entered.value.memberId).toBe('anne')
    expect(door.memberOf(entered.value.token)).toBe('anne')
    expect(door.enter(anne)).toMatchObject({ refusal: { code: 'network.guest-code-refused' } })
    expect(door.enter(luc)).toMatchObject({ ok: true, value: { memberId: 'luc' } })
    expect(door.memberOf('x')).toBeNull()
  })

  it('[NW13] a new code, a withdrawal, a leave end what was open, for that person alone', () => {
    const door = guestDoor(randomness)
    const into = (code: string) => {
      const entered = door.enter(code)
      if (!entered.ok) throw new Error(entered.refusal.code)
      return entered.value.token
    }
    const [anne, luc] = [into(door.invite('anne')), into(door.invite('luc'))]
    const second = door.invite('anne')
    expect([door.memberOf(anne), door.memberOf(luc)]).toEqual([null, 'luc'])
    door.withdraw('anne')
    expect(door.enter(second).ok).toBe(false)
    door.leave(luc)
    expect(door.memberOf(luc)).toBeNull()
  })

  it('[NW13] guesses are few; unlocking voids what was not used', () => {
    const door = guestDoor(randomness)
    const right = door.invite('anne')
    let sent = 0
    for (let i = 0; sent < 30; i++) {
      const guess = newJoinCode({ bytes: () => Uint8Array.from([9, 9, 9, 9, 9, i >> 5, i]) })
      if (guess === right) continue
      expect(door.enter(guess).ok).toBe(false)
      sent++
    }
    expect([door.wrongCodes(), door.isLocked()]).toEqual([30, true])
    expect(door.enter(right)).toMatchObject({ refusal: { code: 'network.door-locked' } })
    door.unlock()
    expect(door.enter(right)).toMatchObject({ refusal: { code: 'network.guest-code-refused' } })
    expect(door.enter(door.invite('anne')).ok).toBe(true)
  })

  it('[NW13] a slip of the finger is no guess', () => {
    const door = guestDoor(randomness)
    door.invite('anne')
    for (let i = 0; i < 50; i++) door.enter('1234-5678')
    expect(door.wrongCodes()).toBe(0)
  })
})

describe('a guest with a browser', () => {
  const send = (
    port: number,
    method: string,
    path: string,
    headers: Record<string, string>,
    body = '',
  ): Promise<{ status: number; cookie: string; body: string }> =>
    new Promise((settle, fail) => {
      const asked = request(
        { host: '127.0.0.1', port, method, path, headers, rejectUnauthorized: false, agent: false },
        (response) => {
          let text = ''
          response.on('data', (chunk) => {
            text += chunk
          })
          response.on('end', () =>
            settle({
              status: response.statusCode ?? 0,
              cookie: response.headers['set-cookie']?.[0] ?? '',
              body: text,
            }),
          )
        },
      )
      asked.on('error', fail)
      asked.end(body)
    })

  it('[NW13] enters by the page of the room, and is known by a cookie that no script reads', async () => {
    const door = guestDoor(randomness)
    const routes = guestRoutes(door)
    const { room } = await testRoom({
      site: (asked, response) => {
        if (!routes.answer(asked, response)) response.end(`member ${routes.memberOf(asked)}`)
      },
    })
    open.push(room)
    const origin = { origin: `https://127.0.0.1:${room.port}` }
    const code = door.invite('anne')
    const wrong = await send(room.port, 'POST', '/guest/session', origin, '{"code":"1234-567G"}')
    expect([wrong.status, wrong.body, wrong.cookie]).toEqual([
      403,
      '{"refused":"network.guest-code-refused"}',
      '',
    ])

    const entered = await send(room.port, 'POST', '/guest/session', origin, JSON.stringify({ code }))
    expect([entered.status, entered.cookie.replace(/=[\w-]{43};/, '=…;')]).toEqual([
      204,
      '__Host-delibere-guest=…; Path=/; Secure; HttpOnly; SameSite=Strict',
    ])
    const cookie = entered.cookie.split(';')[0] ?? ''
    const says = async (headers: Record<string, string>) => (await send(room.port, 'GET', '/', headers)).body
    expect(await says({ cookie })).toBe('member anne')
    expect(await says({})).toBe('member null')
    expect(await says({ cookie: `${cookie}; __Host-delibere-guest=planted` })).toBe('member null')
    expect((await send(room.port, 'DELETE', '/guest/session', { ...origin, cookie })).status).toBe(204)
    expect(await says({ cookie })).toBe('member null')
  })

  it('[NW13] another site enters nobody, nor does a body that is none', async () => {
    const door = guestDoor(randomness)
    const routes = guestRoutes(door)
    const { room } = await testRoom({ site: (asked, response) => void routes.answer(asked, response) })
    open.push(room)
    const body = JSON.stringify({ code: door.invite('anne') })
    const origin = { origin: `https://127.0.0.1:${room.port}` }
    const statusOf = async (headers: Record<string, string>, sent: string) =>
      (await send(room.port, 'POST', '/guest/session', headers, sent)).status
    expect(await statusOf({ origin: 'https://ailleurs.example' }, body)).toBe(403)
    expect(await statusOf({}, body)).toBe(403)
    expect(await statusOf(origin, '{')).toBe(400)
    expect(await statusOf(origin, `{"code":"${'A'.repeat(5000)}"}`)).toBe(400)
    expect(await statusOf(origin, '{"code":"AAAA","member":"luc"}')).toBe(400)
    expect(await statusOf(origin, body)).toBe(204)
  })

  it('[NW13] a page never speaks the language of the devices', async () => {
    const { room } = await testRoom()
    open.push(room)
    const upgrade = (path: string, protocol: string) =>
      send(room.port, 'GET', path, {
        origin: `https://127.0.0.1:${room.port}`,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-protocol': protocol,
      })
    expect((await upgrade('/sync/v1', 'delibere.sync.v1')).status).toBe(403)
    expect((await upgrade('/join', 'delibere.join.v1')).status).toBe(403)
  })
})
