import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rootDir } from '#tests/support/rootDir.ts'
import type { laptop } from '../nodes/laptop.ts'
import type { wireLaptop } from '../wire/wireLaptop.ts'
import { newKinds } from './newKinds.ts'

/** The laptops of the program as it was before it knew {@link newKinds}, beside those of the one on disk. */
export interface OlderProgram {
  readonly laptop: typeof laptop
  readonly wireLaptop: typeof wireLaptop
}

/**
 * Loads the core and the machines of laptops a second time, with another table of kinds: a whole program, of which nothing but
 * that table is different. Its files bear a mark behind their address, so that the two never mix.
 */
export async function loadOlder(): Promise<OlderProgram> {
  const hooks = registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context)
      const isOwn = resolved.url.startsWith(rootUrl) && !resolved.url.includes('/node_modules/')
      const isMarked = resolved.url.endsWith(mark)
      return context.parentURL?.endsWith(mark) && isOwn && !isMarked
        ? { ...resolved, url: `${resolved.url}${mark}` }
        : resolved
    },
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.endsWith(`/shared/operations/rights/writers.ts${mark}`)) return loaded
      const text = String(loaded.source)
      if (!text.includes(question)) throw new Error(`writers.ts does not say « ${question} » any more`)
      const source = text.replace(question, `!${JSON.stringify(newKinds)}.includes(kind) && ${question}`)
      return { ...loaded, source }
    },
  })
  try {
    const [node, wire] = await Promise.all([
      import(addressOf('nodes/laptop.ts')),
      import(addressOf('wire/wireLaptop.ts')),
    ])
    return { laptop: node.laptop, wireLaptop: wire.wireLaptop }
  } finally {
    hooks.deregister()
  }
}

const mark = '?older'
const rootUrl = pathToFileURL(join(rootDir, '/')).href
const addressOf = (file: string): string => `${rootUrl}tests/simulator/${file}${mark}`
const question = 'Object.hasOwn(writers, kind)'
