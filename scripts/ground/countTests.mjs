import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {{ title: string, reason: string }} Told
 * @typedef {{ passed: number, failed: Told[], skipped: Told[], secondTry: Told[] }} TestCount
 *   `failed` and `secondTry` (what passed, but not the first time) with the beginning of their complaint.
 */

/**
 * Reads the JSON report of vitest. A file that could not even be loaded counts as one failure.
 * @param {string} path
 * @returns {TestCount}
 */
export function countVitest(path) {
  if (!existsSync(path)) return noReport(path)
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: [
      ...tests
        .filter((test) => test.status === 'failed')
        .map((test) => ({ title: test.fullName, reason: beginning(test.failureMessages[0]) })),
      ...brokenFiles.map((file) => ({ title: file.name, reason: beginning(file.message) })),
    ],
    skipped: tests
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => ({
        title: test.fullName,
        reason:
          test.meta?.skipReason ??
          'ce qu’il lui faut (outil, droits ou données) est absent de cet ordinateur',
      })),
    secondTry: [],
  }
}

/**
 * Reads the JSON report of Playwright. An error outside any test counts as one failure.
 * @param {string} path
 * @returns {TestCount}
 */
export function countPlaywright(path) {
  if (!existsSync(path)) return noReport(path)
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const specs = report.suites.flatMap(specsOf)
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title })))
  return {
    passed: tests.filter((test) => test.status === 'expected' || test.status === 'flaky').length,
    failed: [
      ...tests.filter((test) => test.status === 'unexpected').map(complaintOf),
      ...report.errors.map((error) => ({ title: 'Playwright', reason: beginning(error.message) })),
    ],
    skipped: tests
      .filter((test) => test.status === 'skipped')
      .map((test) => ({ title: test.title, reason: reasonOf(test) })),
    secondTry: tests.filter((test) => test.status === 'flaky').map(complaintOf),
  }
}

/**
 * @param {string} path
 * @returns {TestCount}
 */
function noReport(path) {
  const failed = [{ title: basename(path), reason: 'aucun compte rendu : le programme s’est arrêté avant' }]
  return { passed: 0, failed, skipped: [], secondTry: [] }
}

function complaintOf(test) {
  const result = test.results.find(({ error }) => error !== undefined)
  return { title: test.title, reason: beginning(result?.error.message) }
}

/** Enough to know what happened when only the end of a log was kept. */
function beginning(message = 'sans explication') {
  const lines = stripVTControlCharacters(message).split('\n')
  return lines
    .filter((line) => !line.includes('node_modules/'))
    .slice(0, 20)
    .join('\n')
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}

function reasonOf(test) {
  return (
    test.annotations?.find((annotation) => annotation.type === 'skip')?.description ??
    'un essai précédent a échoué'
  )
}
