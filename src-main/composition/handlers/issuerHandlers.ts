import { changeIssuer } from '#shared/usecases/issuer/changeIssuer.ts'
import { issuerOf } from '#shared/usecases/issuer/issuerOf.ts'
import { acting, type Handlers, type HandlerTools, showing } from '../handlerKinds.ts'

type IssuerProcedure = Extract<keyof Handlers, `issuer.${string}`>

/** In whose name documents leave. */
export const issuerHandlers = ({ memory }: HandlerTools): Pick<Handlers, IssuerProcedure> => ({
  'issuer.get': showing(memory, issuerOf),
  'issuer.change': acting(memory, changeIssuer),
})
