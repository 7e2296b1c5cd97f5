import type { Page } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'

/** Presses « Imprimer » and answers the width of each page that reaches the printer, in points. */
export async function printedWidths(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    // The dialog of the system is not there: what it would be given stays in the page instead.
    URL.revokeObjectURL = () => undefined
    window.print = () => {
      const sheets = document.querySelector('.print-sheets')?.cloneNode(true)
      if (sheets instanceof HTMLElement) document.body.append(sheets)
      document.documentElement.dataset.printed = 'yes'
    }
  })
  await page.getByRole('button', { name: 'Imprimer', exact: true }).click()
  await page.locator('html[data-printed]').waitFor()
  await page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll<HTMLImageElement>('.print-sheets img')].map((image) => image.decode()),
    ),
  )
  const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))
  await page.evaluate(() => {
    document.querySelector('.print-sheets')?.remove()
    delete document.documentElement.dataset.printed
  })
  return pdf.getPages().map((sheet) => Math.round(sheet.getWidth()))
}
