import { expect, type Page, test } from '@playwright/test'
import { launchApp } from '#tests/support/launchApp.ts'
import { launchBrowserHost } from '#tests/support/launchBrowserHost.ts'

// What the shells owe whatever the screens do: a page that can reach nothing but its bridge.

for (const [name, launch] of [
  ['window', launchApp],
  ['browser host', launchBrowserHost],
] as const) {
  test.describe(`[SH1] the page of the ${name}`, () => {
    let page: Page
    let close: () => Promise<void>

    test.beforeAll(async () => {
      const launched = await launch()
      page = launched.page
      close = launched.close
    })
    test.afterAll(() => close())

    test('[SH1.1] sees a frozen bridge and nothing of Node', async () => {
      const seen = await page.evaluate(() => {
        const reachable = window as unknown as Record<string, unknown>
        const bridge = reachable.delibereBridge as object
        return {
          names: Object.keys(bridge).sort(),
          isFrozen: Object.isFrozen(bridge),
          leaks: [
            'require',
            'process',
            'module',
            'Buffer',
            'ipcRenderer',
            'electron',
            '__sendToMainProcess',
          ].filter((leak) => leak in reachable),
          isSecure: window.isSecureContext,
        }
      })
      expect(seen).toEqual({
        names: ['call', 'kind', 'subscribe'],
        isFrozen: true,
        leaks: [],
        isSecure: true,
      })
    })

    test('[SH1.2] calls the use cases and gets an answer', async () => {
      const answer = await page.evaluate(() => {
        const { delibereBridge } = window as unknown as {
          delibereBridge: { call(procedure: string, input: unknown): Promise<unknown> }
        }
        return delibereBridge.call('app.state', {})
      })
      expect(answer).toMatchObject({ ok: true, value: { host: name === 'window' ? 'electron' : 'browser' } })
    })

    test('[SH1.3] subscribes and unsubscribes at once', async () => {
      const kinds = await page.evaluate(() => {
        const { delibereBridge } = window as unknown as {
          delibereBridge: { subscribe(listener: (event: unknown) => void): () => void }
        }
        const stop = delibereBridge.subscribe(() => {})
        const kind = typeof stop
        stop()
        return kind
      })
      expect(kinds).toBe('function')
    })

    test('[SH1.4] runs no inline script and evaluates no text', async () => {
      const ran = await page.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.intruder = true'
        document.head.append(script)
        return 'intruder' in window
      })
      expect(ran).toBe(false)
    })

    test('[SH1.5] reaches no other address', async () => {
      const reached = await page.evaluate(() =>
        fetch('https://example.org/').then(
          () => 'reached',
          () => 'refused',
        ),
      )
      expect(reached).toBe('refused')
    })

    test('[SH1.6] gets no permission', async () => {
      const position = await page.evaluate(
        () =>
          new Promise((resolve) =>
            navigator.geolocation.getCurrentPosition(
              () => resolve('given'),
              () => resolve('denied'),
            ),
          ),
      )
      expect(position).toBe('denied')
    })
  })
}

test.describe('[SH2] the window', () => {
  test('[SH2.1] stays on its own pages', async () => {
    const app = await launchApp()
    const before = app.page.url()
    await app.page.evaluate(() => {
      location.href = 'https://example.org/'
    })
    await app.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    expect(app.page.url()).toBe(before)
    await app.close()
  })

  test('[SH2.2] is made with every isolation, and denies every permission asked of it', async () => {
    const app = await launchApp()
    test.skip(app.kind === 'electron', 'Only the double keeps what the window was made with.')
    const made = await app.evaluate(({ recordedCalls, session }) => {
      const options = recordedCalls.find(({ name }) => name === 'BrowserWindow')?.details[0] as {
        webPreferences: Record<string, unknown>
      }
      const { preload: _path, ...preferences } = options.webPreferences
      let isGranted: boolean | null = null
      session.defaultSession.permissionRequestHandler?.({}, 'geolocation', (answer) => {
        isGranted = answer
      })
      return {
        preferences,
        isGranted,
        isChecked: session.defaultSession.permissionCheckHandler?.({}, 'clipboard-read'),
      }
    }, null)
    expect(made).toEqual({
      preferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
      },
      isGranted: false,
      isChecked: false,
    })
    await app.close()
  })

  test('[SH2.3] hears its own page only, on its own channel only', async () => {
    const app = await launchApp()
    test.skip(app.kind === 'electron', 'Real Electron offers no way to forge the sender of a message.')
    const answers = await app.evaluate(async ({ ipcMain, BrowserWindow }) => {
      const own = BrowserWindow.getAllWindows()[0]?.webContents
      const ask = (channel: string, event: unknown) =>
        ipcMain.answerInvoke(channel, event, ['app.state', {}]).then(
          () => 'heard',
          () => 'refused',
        )
      return [
        await ask('delibere:call', { sender: own, senderFrame: { url: 'app://delibere/', parent: null } }),
        await ask('delibere:call', {
          sender: own,
          senderFrame: { url: 'https://example.org/', parent: null },
        }),
        await ask('delibere:call', { sender: own, senderFrame: { url: 'app://delibere/', parent: {} } }),
        await ask('delibere:call', { sender: {}, senderFrame: { url: 'app://delibere/', parent: null } }),
        await ask('delibere:call', { sender: own, senderFrame: null }),
        await ask('delibere:other', { sender: own, senderFrame: { url: 'app://delibere/', parent: null } }),
      ]
    }, null)
    expect(answers).toEqual(['heard', 'refused', 'refused', 'refused', 'refused', 'refused'])
    await app.close()
  })

  test('[SH2.4] opens no other window', async () => {
    const app = await launchApp()
    const isOpened = await app.page.evaluate(() => {
      const opened = window.open('https://example.org/')
      return opened !== null && !opened.closed
    })
    test.skip(
      app.kind === 'double',
      'Chromium opens the window before the double can close it: only real Electron shows this (@real).',
    )
    expect(isOpened).toBe(false)
    await app.close()
  })
})

test.describe('[SH4] the wall', () => {
  test('[SH4.1] stands on the second screen, goes when it is unplugged, comes back with it, and changes nothing', async () => {
    const app = await launchApp()
    test.skip(app.kind === 'electron', 'Only the double has screens to plug and unplug.')
    await app.page.evaluate(async () => {
      const { delibereBridge } = window as unknown as {
        delibereBridge: { call(procedure: string, input: unknown): Promise<unknown> }
      }
      await delibereBridge.call('file.open-example', {})
    })
    const sessionId = await app.page.evaluate(async () => {
      const { delibereBridge } = window as unknown as {
        delibereBridge: { call(procedure: string, input: unknown): Promise<{ value: { id: string }[] }> }
      }
      return (await delibereBridge.call('session.list', {})).value[0]?.id ?? ''
    })
    const told = await app.evaluate(async ({ BrowserWindow, ipcMain, recordedCalls, screen }, id) => {
      const windows = () => BrowserWindow.getAllWindows()
      const settled = async (count: number): Promise<number> => {
        for (let turn = 0; turn < 100 && windows().length !== count; turn++)
          await new Promise((resolve) => setTimeout(resolve, 50))
        return windows().length
      }
      const main = windows()[0]?.webContents
      const asks = (sender: unknown, procedure: string, input: unknown) =>
        ipcMain
          .answerInvoke('delibere:call', { sender, senderFrame: { url: 'app://delibere/', parent: null } }, [
            procedure,
            input,
          ])
          .then(
            () => 'heard',
            () => 'refused',
          )
      screen.plug({ id: 7, bounds: { x: 1440, y: 0, width: 1920, height: 1080 } })
      await asks(main, 'projection.open', { sessionId: id })
      const opened = await settled(2)
      const wall = windows()[1]?.webContents
      const wallAsks = [
        await asks(wall, 'projection.get', { sessionId: id }),
        await asks(wall, 'act.undo', {}),
        await asks(wall, 'session.get', { sessionId: id }),
      ]
      screen.unplug(7)
      const unplugged = await settled(1)
      screen.plug({ id: 7, bounds: { x: 1440, y: 0, width: 1920, height: 1080 } })
      const replugged = await settled(2)
      windows()[1]?.close()
      const closedByHand = await settled(1)
      screen.unplug(7)
      screen.plug({ id: 7, bounds: { x: 1440, y: 0, width: 1920, height: 1080 } })
      const made = recordedCalls
        .filter(({ name }) => name === 'BrowserWindow')
        .map(({ details }) => details[0] as Record<string, unknown>)
      const [first, second] = made
      return {
        counts: [opened, unplugged, replugged, closedByHand, windows().length],
        wallAsks,
        made: made.length,
        place: second && [second.x, second.y, second.width, second.height, second.frame, second.fullscreen],
        sameLocks: JSON.stringify(first?.webPreferences) === JSON.stringify(second?.webPreferences),
        isSessionThere: await asks(main, 'session.get', { sessionId: id }),
      }
    }, sessionId)
    expect(told).toEqual({
      counts: [2, 1, 2, 1, 1],
      wallAsks: ['heard', 'refused', 'refused'],
      made: 3,
      place: [1440, 0, 1920, 1080, false, true],
      sameLocks: true,
      isSessionThere: 'heard',
    })
    await app.close()
  })
})

test.describe('[SH3] the browser host', () => {
  test('[SH3.1] lets the person choose a file, and gives the use cases its path', async () => {
    const host = await launchBrowserHost()
    const asked = host.page.evaluate(() => {
      const { delibereBridge } = window as unknown as {
        delibereBridge: { call(procedure: string, input: unknown): Promise<unknown> }
      }
      return delibereBridge.call('file.choose', { purpose: 'import-source', suggestedName: '' })
    })
    const file = { name: 'fiches.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }
    await host.page.getByRole('dialog').getByLabel('Fichier texte ou tableau').setInputFiles(file)
    expect(await asked).toMatchObject({
      ok: true,
      value: { path: expect.stringMatching(/[\\/]fiches\.txt$/) },
    })
    await host.close()
  })

  test('[SH3.2] takes « Annuler » for an answer', async () => {
    const host = await launchBrowserHost()
    const asked = host.page.evaluate(() => {
      const { delibereBridge } = window as unknown as {
        delibereBridge: { call(procedure: string, input: unknown): Promise<unknown> }
      }
      return delibereBridge.call('file.choose', { purpose: 'open-file', suggestedName: '' })
    })
    await host.page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
    expect(await asked).toEqual({ ok: true, value: { path: null } })
    await host.close()
  })
})
