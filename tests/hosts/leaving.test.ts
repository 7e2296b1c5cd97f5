import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { leaveWithCare } from '#main/hosts/electron/leaveWithCare.ts'
import { leaveRoomQuestion } from '#main/hosts/leaveRoomQuestion.ts'
import { room } from '#tests/e2e/support/sharing/sharingSamples.ts'

const turn = () => new Promise((next) => setImmediate(next))

/** As Electron: a prevented event ends nothing; the last window that closes quits the program. */
function program(answers: readonly boolean[]) {
  const log: string[] = []
  const app = Object.assign(new EventEmitter(), {
    quit: () => {
      if (!isPrevented(app, 'before-quit')) log.push('ended')
    },
  })
  const window = Object.assign(new EventEmitter(), {
    close: () => {
      if (isPrevented(window, 'close')) return
      log.push('window closed')
      app.quit()
    },
  })
  let asked = 0
  leaveWithCare({
    app,
    window,
    mayLeave: async () => {
      const may = answers[asked++] ?? true
      log.push(may ? 'leaves' : 'stays')
      return may
    },
    close: async () => {
      await turn()
      log.push('file closed')
    },
  })
  return { app, window, log }
}

function isPrevented(emitter: EventEmitter, name: string): boolean {
  let prevented = false
  emitter.emit(name, {
    preventDefault: () => {
      prevented = true
    },
  })
  return prevented
}

const settle = async () => {
  for (let each = 0; each < 5; each++) await turn()
}

describe('leaving the program', () => {
  test('[HS6] the window is closed: asked once, then the file is closed before the program ends', async () => {
    const { window, log } = program([])
    window.close()
    window.close()
    await settle()
    expect(log).toEqual(['leaves', 'window closed', 'file closed', 'ended'])
  })

  test('[HS6] who stays loses nothing, and is asked again the next time', async () => {
    const { app, window, log } = program([false, false, true])
    window.close()
    await settle()
    app.quit()
    await settle()
    expect(log).toEqual(['stays', 'stays'])
    app.quit()
    app.quit()
    await settle()
    expect(log).toEqual(['stays', 'stays', 'leaves', 'file closed', 'ended'])
  })

  test('[HS6] is asked of who holds an open room alone', () => {
    const held = room('seance-1')
    expect(leaveRoomQuestion(null)).toBe(null)
    expect(leaveRoomQuestion({ ...held, isHub: false })).toBe(null)
    expect(leaveRoomQuestion({ ...held, standing: 'kept' })).toBe(null)
    expect(leaveRoomQuestion(held)?.buttons).toEqual(['Rester', 'Quitter quand même'])
    expect(leaveRoomQuestion({ ...held, people: [] })?.detail).toContain('Personne d’autre')
  })
})
