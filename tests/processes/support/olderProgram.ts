import { changeSource } from './changeSource.ts'

// The program as it was before it knew one kind of operation.
changeSource(
  'shared/operations/rights/writers.ts',
  'Object.hasOwn(writers, kind)',
  "kind !== 'dossier.change@1' && Object.hasOwn(writers, kind)",
)
