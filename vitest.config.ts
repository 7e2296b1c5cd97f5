import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // The peers of the bench bring tests of their own.
    exclude: ['tests/e2e/**', '**/node_modules/**'],
    // Real databases, key derivations of 64 MiB and Office conversions: a slow machine is not a failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for other processes: a machine of two cores takes two at a time, not one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
