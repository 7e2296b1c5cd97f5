import { ok } from '#shared/kernel/result.ts'
import { exportToKey } from '../../sync/carry/exportToKey.ts'
import { importFromKey } from '../../sync/carry/importFromKey.ts'
import { keyReaders } from '../../sync/carry/keyReaders.ts'
import { lookAtKey } from '../../sync/carry/lookAtKey.ts'
import type { Handlers, HandlerTools } from '../handlerKinds.ts'
import { onOpenFile } from './onOpenFile.ts'

type BundleProcedure = Extract<keyof Handlers, `bundle.${string}`>

/** What travels on a key, both ways. */
export function bundleHandlers({ memory, adapters, tell }: HandlerTools): Pick<Handlers, BundleProcedure> {
  const ports = adapters.sync
  const onShared = onOpenFile(memory, 'shared')
  const control = (label: string) => ({
    onProgress: ({ done, total }: { readonly done: number; readonly total: number }) =>
      tell({ kind: 'progress', label, done, total }),
    signal: { aborted: false },
  })
  return {
    'bundle.recipients': onShared(({ file, engine }) => ok(keyReaders(file.sharing, engine.room.hub()))),
    'bundle.export': onShared(({ file, engine }, wish) =>
      exportToKey(file, engine.room.hub(), wish, ports, control('Écriture de la clé')),
    ),
    'bundle.look': onShared(({ file }, { path }) =>
      lookAtKey(file.sharing, path, ports, control('Lecture de la clé')),
    ),
    'bundle.import': onShared(async ({ file, engine }, { path }) => {
      const relay = engine.centre() ?? engine.room.link()?.exchange ?? null
      const taker = { file, hub: engine.room.hub(), relay, ports }
      const imported = await importFromKey(taker, path, control('Lecture de la clé'))
      if (imported.ok) {
        engine.sealed()
        if (memory.file !== null)
          tell({ kind: 'changed', savedAt: memory.savedAt, ...memory.file.undoState() })
      }
      return imported
    }),
  }
}
