// node --import register.mjs out/main/index.js: the built main process gets the double for `electron`.
import { registerHooks } from 'node:module'

const doubleUrl = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' ? { url: doubleUrl, shortCircuit: true } : next(specifier, context)
  },
})
