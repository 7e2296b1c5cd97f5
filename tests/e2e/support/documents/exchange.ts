import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'

/** In the browser: what is written is downloaded, what is read is given, a new folder is typed. */

export async function takeFile(page: Page, folder: string, press: () => Promise<void>): Promise<string> {
  const downloading = page.waitForEvent('download')
  await press()
  const download = await downloading
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

export async function giveFile(page: Page, path: string, press: () => Promise<void>): Promise<void> {
  await press()
  await page.locator('.host-file-dialog input[type=file]').setInputFiles(path)
  await expect(page.locator('.host-file-dialog')).toHaveCount(0)
}

export async function giveFolder(page: Page, path: string, press: () => Promise<void>): Promise<void> {
  await press()
  const dialog = page.getByRole('dialog', { name: 'Dossier où écrire les documents' })
  await dialog.getByRole('textbox').fill(path)
  await dialog.getByRole('button', { name: 'Créer ce dossier' }).click()
}
