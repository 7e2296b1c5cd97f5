import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { CandidatureRow } from '#shared/domain/candidature/candidatureList.ts'
import { ok, type Result } from '#shared/kernel/result.ts'

const pageSize = 500

/** Every candidature of a call (or of the file when `callId` is null), by number. */
export async function candidaturesOf(
  dispatcher: Dispatcher,
  callId: string | null,
): Promise<Result<readonly CandidatureRow[]>> {
  const rows: CandidatureRow[] = []
  for (;;) {
    const page = await dispatcher.call('candidature.list', {
      callId,
      search: '',
      filters: {},
      sort: 'number',
      descending: false,
      offset: rows.length,
      limit: pageSize,
    })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    if (page.value.rows.length < pageSize) return ok(rows)
  }
}
