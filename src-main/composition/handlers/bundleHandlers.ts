import { refuse } from '#shared/kernel/result.ts'
import type { Handlers, HandlerTools } from '../handlerKinds.ts'

type BundleProcedure = Extract<keyof Handlers, `bundle.${string}`>

/** What travels on a key: a file that is alone has nobody to give one to. */
export function bundleHandlers({ memory }: HandlerTools): Pick<Handlers, BundleProcedure> {
  const alone = async () => {
    const context = memory.context()
    return context.ok ? refuse('sync.alone') : context
  }
  return {
    'bundle.recipients': alone,
    'bundle.export': alone,
    'bundle.look': alone,
    'bundle.import': alone,
  }
}
