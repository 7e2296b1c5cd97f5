import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Native modules and the solver stay outside the bundle: they load a binary lying beside them. Fastify serves the
// browser host only, which never runs from a packaged application.
const outsideTheBundle = [
  'electron',
  'better-sqlite3',
  '@node-rs/argon2',
  'highs',
  'fastify',
  '@fastify/static',
  '@fastify/cookie',
]

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      target: 'node22',
      rollupOptions: {
        external: [...outsideTheBundle, /^node:/],
        input: {
          index: here('src-main/hosts/electron/main.ts'),
          browser: here('src-main/hosts/browser/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: {
          index: here('src-main/hosts/electron/preload.ts'),
          bridge: here('src-main/hosts/browser/page/bridge.ts'),
        },
        // A sandboxed preload can only be CommonJS, in one file: the two share no module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    // Absolute addresses: both hosts serve the screens at the root of their origin.
    base: '/',
    plugins: [react()],
    build: {
      outDir: here('out/renderer'),
      emptyOutDir: true,
      // The content policy allows no data: script, and fonts or pictures inlined as data: would hide their size.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: here('src-renderer/index.html') } },
    },
  },
})
