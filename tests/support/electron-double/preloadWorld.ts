import { readFileSync } from 'node:fs'
import type { CDPSession } from 'playwright'
import { fromText } from './wire.ts'

export type PreloadMessage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown[] }

const isolatedWorldScript = readFileSync(new URL('./isolatedWorld.js', import.meta.url), 'utf8')
const pageWorldScript = readFileSync(new URL('./pageWorld.js', import.meta.url), 'utf8')
const worldName = 'preload'

/**
 * Lets the built preload run before the page, in a world of its own as Electron does: the page sees
 * neither its variables nor its line to the main process, only what it exposes.
 * @returns how to evaluate an expression in that world
 */
export async function bindPreload(
  devtools: CDPSession,
  preloadPath: string | undefined,
  hear: (message: PreloadMessage) => void,
): Promise<(expression: string) => void> {
  let contextId: string | null = null
  await devtools.send('Runtime.enable')
  await devtools.send('Page.enable')
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === worldName) contextId = context.uniqueId
  })
  await devtools.send('Runtime.addBinding', { name: '__sendToMainProcess', executionContextName: worldName })
  devtools.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== '__sendToMainProcess') return
    const message = JSON.parse(payload)
    hear({ ...message, args: fromText(message.args) })
  })
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript })
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', { worldName, source: wrapped(preloadPath) })

  return (expression) => {
    if (contextId === null) return
    // The page may be gone: a message then has nobody to reach, as with a closed window.
    devtools.send('Runtime.evaluate', { expression, uniqueContextId: contextId }).catch(() => undefined)
  }
}

function wrapped(preloadPath: string | undefined): string {
  const preload = preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8')
  return `if (window === top) {
${isolatedWorldScript}
;(function (require, module, exports) { ${preload}
})(requireInPreload, { exports: {} }, {})
}`
}
