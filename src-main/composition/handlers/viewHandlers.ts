import { ok, refuse } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '#shared/usecases/loadOrRefuse.ts'
import { memberName } from '#shared/usecases/memberName.ts'
import type { Handlers, HandlerTools } from '../handlerKinds.ts'

type ViewProcedure = Extract<keyof Handlers, `view.${string}`>

/** The laptop goes to a member, and back to the secretary. */
export const viewHandlers = ({ memory, adapters }: HandlerTools): Pick<Handlers, ViewProcedure> => ({
  'view.hand-over': async ({ memberId }) => {
    const context = memory.context()
    if (!context.ok) return context
    const { file } = context.value
    const member = loadOrRefuse(file, 'member', memberId)
    if (!member.ok) return member
    memory.handOver({ memberId, name: memberName(file, memberId) })
    return ok(null)
  },
  'view.take-back': async ({ passphrase }) => {
    const { wholeFile } = memory
    if (wholeFile === null) return refuse('file.none-open')
    if (memory.viewer === null) return ok(null)
    if (memory.isOwnLaptop) return refuse('view.not-allowed')
    const checked = await adapters.files.checkOpenSecret(wholeFile, passphrase)
    if (checked.ok) memory.handOver(null)
    return checked
  },
})
