// Runs before the preload, in an isolated world of the page: what a sandboxed preload can require.
// `__sendToMainProcess` is a binding that only this world has.
// biome-ignore-all lint/correctness/noUnusedVariables: requireInPreload is called by the preload wrapper.
const { __sendToMainProcess } = globalThis

const toText = (value) =>
  JSON.stringify(value === undefined ? {} : { value }, (_key, part) =>
    part instanceof Uint8Array
      ? { $bytes: btoa(Array.from(part, (byte) => String.fromCharCode(byte)).join('')) }
      : part,
  )
const fromText = (text) =>
  JSON.parse(text, (_key, part) =>
    part && typeof part === 'object' && '$bytes' in part
      ? Uint8Array.from(atob(part.$bytes), (character) => character.charCodeAt(0))
      : part,
  ).value

const ipcRenderer = (() => {
  const listeners = new Map()
  const pending = new Map()
  let lastId = 0

  globalThis.__receiveFromMainProcess = (channel, args) => {
    for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...fromText(args))
  }
  globalThis.__settleInvoke = (id, answer) => {
    const { resolve, reject } = pending.get(id)
    pending.delete(id)
    if (answer.error === undefined) resolve(fromText(answer.value))
    else reject(new Error(answer.error))
  }
  return {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        lastId += 1
        pending.set(lastId, { resolve, reject })
        __sendToMainProcess(JSON.stringify({ kind: 'invoke', id: lastId, channel, args: toText(args) }))
      }),
    send: (channel, ...args) =>
      __sendToMainProcess(JSON.stringify({ kind: 'send', channel, args: toText(args) })),
    on(channel, listener) {
      if (!listeners.has(channel)) listeners.set(channel, new Set())
      listeners.get(channel).add(listener)
      return this
    },
    off(channel, listener) {
      listeners.get(channel)?.delete(listener)
      return this
    },
  }
})()

// The two worlds share only the document. Values cross as copies, functions as numbers, as contextBridge does.
const contextBridge = (() => {
  const functions = new Map()
  const tell = (message) =>
    document.dispatchEvent(new CustomEvent('double:to-page', { detail: toText(message) }))

  const give = (value) => {
    if (typeof value === 'function') {
      functions.set(functions.size + 1, value)
      return { $function: functions.size }
    }
    if (Array.isArray(value)) return value.map(give)
    if (value && typeof value === 'object' && !(value instanceof Uint8Array)) {
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, give(part)]))
    }
    return value
  }
  const take = (value) => {
    if (Array.isArray(value)) return value.map(take)
    if (!value || typeof value !== 'object' || value instanceof Uint8Array) return value
    if ('$function' in value)
      return (...args) => tell({ kind: 'callback', id: value.$function, args: args.map(give) })
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, take(part)]))
  }

  // DOM events are delivered at once, so a function that answers at once does so for the page too.
  document.addEventListener('double:to-preload', (event) => {
    const { id, functionId, args } = fromText(event.detail)
    const fail = (error) => tell({ kind: 'error', id, error: String(error?.message ?? error) })
    try {
      const answer = functions.get(functionId)(...args.map(take))
      if (!(answer instanceof Promise)) return tell({ kind: 'value', id, value: give(answer) })
      answer.then((value) => tell({ kind: 'value', id, value: give(value) }), fail)
      return tell({ kind: 'later', id })
    } catch (error) {
      return fail(error)
    }
  })
  return { exposeInMainWorld: (name, api) => tell({ kind: 'expose', name, api: give(api) }) }
})()

const requireInPreload = (name) => {
  if (name === 'electron') return { contextBridge, ipcRenderer }
  throw new Error(`module not found: ${name}`)
}
