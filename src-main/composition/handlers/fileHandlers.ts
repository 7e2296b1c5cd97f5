import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { AppState } from '#shared/contract/answers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { committeeId, defineCommittee } from '#shared/usecases/people/committee.ts'
import type { Secret, ShareableFile } from '#shared/usecases/ports.ts'
import { playExample } from '../exampleCommittee.ts'
import { acting, type Handlers, type HandlerTools } from '../handlerKinds.ts'
import { recentPaths, rememberPath } from '../recentFiles.ts'

type FileProcedure = Extract<keyof Handlers, `app.${string}` | `file.${string}` | `act.${string}`>

/** Published with the example: it protects nothing, and says so on the screen that shows it. */
export const examplePassphrase = 'exemple-sans-secret'

export function fileHandlers(tools: HandlerTools): Pick<Handlers, FileProcedure> {
  const { services, adapters, memory, tell, dispatcher } = tools
  const settle = async (file: ShareableFile): Promise<void> => {
    await memory.openFile(file)
    memory.pendingPath = null
    memory.savedAt = null
    rememberPath(services.userDataDir, file.path)
    tell({ kind: 'file', open: true })
  }
  const open = async (path: string, secret: Secret, remember: boolean): Promise<Result<null>> => {
    if (remember) {
      const remembered = await adapters.files.rememberKey(path, secret)
      if (!remembered.ok && remembered.refusal.code !== 'file.no-quick-unlock') return remembered
    }
    const opened = await adapters.files.open(path, secret)
    if (!opened.ok) return opened
    await settle(opened.value)
    return ok(null)
  }
  return {
    'app.state': async () => ok(await stateOf(tools)),
    'file.choose': async ({ purpose, suggestedName }) => {
      if (purpose === 'folder') return ok({ path: await services.chooseNewFolder(suggestedName) })
      const isSaved = purpose === 'create-file' || (purpose === 'document' && suggestedName !== '')
      const path = isSaved
        ? await services.chooseFileToSave(suggestedName)
        : await services.chooseFileToOpen(fileKinds[purpose])
      return ok({ path })
    },
    'file.create': async ({ path, passphrase, committee }) => {
      const created = await adapters.files.create(path, passphrase)
      if (!created.ok) return created
      await settle(created.value.file)
      const defined = await acting(memory, defineCommittee)(committee)
      return defined.ok ? ok({ recoveryCode: created.value.recoveryCode }) : defined
    },
    'file.open': ({ path, secret, remember }) => open(path, secret, remember),
    'file.open-example': async () => {
      const path = join(services.userDataDir, 'Exemple Délibéré.delibere')
      if (existsSync(path)) {
        const opened = await open(path, { kind: 'passphrase', text: examplePassphrase }, false)
        return opened.ok ? ok({ path, passphrase: examplePassphrase }) : opened
      }
      const played = await playExample(dispatcher, {
        path,
        passphrase: examplePassphrase,
        until: 'planned',
        onStep: (label) => tell({ kind: 'progress', label, done: 0, total: 0 }),
      })
      return played.ok ? ok({ path, passphrase: examplePassphrase }) : played
    },
    'file.close': async () => {
      await memory.closeFile()
      tell({ kind: 'file', open: false })
      return ok(null)
    },
    'file.change-passphrase': async ({ current, next }) => {
      const file = memory.wholeFile
      if (file === null) return refuse('file.none-open')
      // Its lines end before the file is closed under them; they begin again with it.
      await memory.stopSharing()
      const { changed, reopened } = await adapters.files.changeOpenPassphrase(file, current, next)
      if (!reopened.ok) {
        await memory.closeFile()
        tell({ kind: 'file', open: false })
        return reopened
      }
      await memory.openFile(reopened.value)
      return changed
    },
    'file.doctor': acting(memory, (context) => {
      const { sound, verdict } = context.file.doctor()
      return ok({ sound, verdict })
    }),
    'act.undo': acting(memory, (context) => context.file.undo(context.actor)),
    'act.redo': acting(memory, (context) => context.file.redo(context.actor)),
  }
}

const fileKinds = {
  'open-file': 'delibere',
  'create-file': 'delibere',
  'import-source': 'import',
  document: 'document',
  'word-template': 'word',
  bundle: 'bundle',
} as const

async function stateOf({ services, adapters, memory }: HandlerTools): Promise<AppState> {
  const { file } = memory
  const paths = recentPaths(services.userDataDir)
  const recentFiles = await Promise.all(
    paths.map(async (path) => ({
      path,
      name: basename(path, '.delibere'),
      quickUnlock: file === null && (await adapters.files.offersQuickUnlock(path)),
    })),
  )
  return {
    version: adapters.version,
    host: services.kind,
    file:
      file === null
        ? null
        : {
            path: file.path,
            name: basename(file.path, '.delibere'),
            committee: file.load('committee', committeeId)?.state ?? null,
          },
    recentFiles,
    keyStoreAvailable: services.keyStore?.available ?? false,
    pendingPath: memory.pendingPath,
    savedAt: memory.savedAt,
    viewer: memory.viewer,
    ...(file === null ? { undo: null, redo: null } : file.undoState()),
  }
}
