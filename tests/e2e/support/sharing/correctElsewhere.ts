import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { InputOf, ProcedureName } from '#shared/contract/contract.ts'
import { openLaptop } from '../../../../scripts/laptops/openLaptop.ts'
import { callBridge } from '../callBridge.ts'
import { passphrase } from './sharedCommittee.ts'

/** Somebody of the service, on a laptop without a screen: joins, corrects a candidature, sends, and shuts it. */
export async function correctElsewhere(
  secretary: Page,
  folder: string,
  change: InputOf<'candidature.change'>,
): Promise<void> {
  const { invitation } = await callBridge(secretary, 'sync.people.invite', {
    ...{ name: 'Elsa Exemple', email: '', role: 'instructor', memberId: null, mayHub: false },
  })
  mkdirSync(folder)
  const laptop = openLaptop('instructor', join(folder, 'settings'))
  const ask = async <N extends ProcedureName>(procedure: N, input: InputOf<N>): Promise<void> => {
    expect(await laptop.dispatcher.call(procedure, input)).toMatchObject({ ok: true })
  }
  const sent = () =>
    laptop.until(
      'sync.state',
      {},
      ({ toSend, connection }) => toSend === 0 && connection === 'connected',
      60_000,
    )
  try {
    const { origin } = new URL(invitation)
    await ask('sync.join', { origin, invitation, path: join(folder, 'copie.delibere'), passphrase })
    await sent()
    await ask('candidature.change', change)
    await sent()
  } finally {
    await laptop.shut()
  }
}
