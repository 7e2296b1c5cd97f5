import { ok } from '#shared/kernel/result.ts'
import { addTemplate } from '#shared/usecases/templates/addTemplate.ts'
import { checkTemplate } from '#shared/usecases/templates/checkTemplate.ts'
import { listTemplates } from '#shared/usecases/templates/listTemplates.ts'
import { saveTemplate } from '#shared/usecases/templates/saveTemplate.ts'
import { templateFields } from '#shared/usecases/templates/templateFields.ts'
import { useTemplate } from '#shared/usecases/templates/useTemplate.ts'
import { acting, type Handlers, type HandlerTools, showing } from '../handlerKinds.ts'
import { localMinute } from '../localMinute.ts'

type TemplateProcedure = Extract<keyof Handlers, `template.${string}`>

/** Word templates of the committee. */
export const templateHandlers = ({ memory, adapters }: HandlerTools): Pick<Handlers, TemplateProcedure> => ({
  'template.list': showing(memory, listTemplates),
  'template.fields': async ({ document }) => ok(templateFields(document)),
  'template.check': acting(memory, (_context, input) => checkTemplate(adapters, input)),
  'template.add': acting(memory, (context, input) =>
    addTemplate(context, adapters, { ...input, on: localMinute(context.clock).slice(0, 10) }),
  ),
  'template.use': acting(memory, useTemplate),
  'template.save': acting(memory, ({ file }, input) => saveTemplate(file, adapters, input)),
})
