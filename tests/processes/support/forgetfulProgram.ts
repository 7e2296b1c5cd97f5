import { changeSource } from './changeSource.ts'

// A fault that must be found: what others write of a dossier is received and dropped.
changeSource(
  'shared/operations/replica/takeFeed.ts',
  "if (isControlKind(k) || rows.row('readOnly', e) !== null) return",
  "if (k === 'dossier.change@1' || isControlKind(k) || rows.row('readOnly', e) !== null) return",
)
