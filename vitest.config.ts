import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    // Real databases, key derivations of 64 MiB and Office conversions: a slow machine is not a failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
