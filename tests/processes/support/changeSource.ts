import { registerHooks } from 'node:module'

/**
 * Another program than the one on disk: this place of this file reads otherwise in the process that loads it first. Nothing
 * of the product knows that this exists.
 */
export function changeSource(file: string, from: string, to: string): void {
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context)
      if (!url.endsWith(`/${file}`)) return loaded
      const text = String(loaded.source)
      if (!text.includes(from)) throw new Error(`${file} does not say « ${from} » any more`)
      return { ...loaded, source: text.replace(from, to) }
    },
  })
}
