// Runs first in the page's own world: builds, frozen, what the preload exposes. Nothing of it stays
// reachable from the page but the exposed name.
;(() => {
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

  const pending = new Map()
  const callbacks = new Map()
  let lastId = 0
  const tell = (message) =>
    document.dispatchEvent(new CustomEvent('double:to-preload', { detail: toText(message) }))

  const call = (functionId, args) => {
    lastId += 1
    const id = lastId
    const answer = { kind: 'none' }
    pending.set(id, (message) => Object.assign(answer, message))
    tell({ id, functionId, args: args.map(give) })
    if (answer.kind === 'value') return take(answer.value)
    if (answer.kind === 'error') throw new Error(answer.error)
    return new Promise((resolve, reject) => {
      pending.set(id, (message) => {
        pending.delete(id)
        if (message.kind === 'value') resolve(take(message.value))
        else reject(new Error(message.error))
      })
    })
  }
  const give = (value) => {
    if (typeof value === 'function') {
      callbacks.set(callbacks.size + 1, value)
      return { $function: callbacks.size }
    }
    if (Array.isArray(value)) return value.map(give)
    if (value && typeof value === 'object' && !(value instanceof Uint8Array)) {
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, give(part)]))
    }
    return value
  }
  const take = (value) => {
    if (!value || typeof value !== 'object' || value instanceof Uint8Array) return value
    if (Array.isArray(value)) return value.map(take)
    if ('$function' in value) return (...args) => call(value.$function, args)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, take(part)]))
  }
  const freeze = (value) => {
    if (value && typeof value === 'object' && !(value instanceof Uint8Array))
      Object.values(value).forEach(freeze)
    return value instanceof Uint8Array ? value : Object.freeze(value)
  }

  const expose = (name, api) =>
    Object.defineProperty(window, name, { value: freeze(take(api)), enumerable: true })
  document.addEventListener('double:to-page', (event) => {
    const message = fromText(event.detail)
    if (message.kind === 'expose') expose(message.name, message.api)
    else if (message.kind === 'callback') callbacks.get(message.id)?.(...message.args.map(take))
    else pending.get(message.id)?.(message)
  })
})()
