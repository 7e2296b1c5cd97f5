import type { ReactNode } from 'react'
import { Notice } from '../ui/Notice.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'
import type { Read } from './useRead.ts'

/** Shows a read: its value when it is there, a spinner after one second, the sentence of its refusal. */
export function Reading<T>({ read, children }: { read: Read<T>; children: (value: T) => ReactNode }) {
  if (read.refusal !== null) return <RefusalNotice refusal={read.refusal} />
  if (read.value === undefined)
    return read.isWaiting ? <Spinner /> : <Notice tone="info">Rien à lire ici.</Notice>
  return children(read.value)
}
