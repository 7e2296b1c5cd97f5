import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ passed: number, failed: number, skipped: { title: string, reason: string }[],
 *   secondTry?: string[] }} TestCount `secondTry`: what passed, but not the first time.
 */

/**
 * Reads the JSON report of vitest. A file that could not even be loaded counts as one failure.
 * @param {string} path
 * @returns {TestCount}
 */
export function countVitest(path) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: [] }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + brokenFiles.length,
    skipped: tests
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => ({
        title: test.fullName,
        reason:
          test.meta?.skipReason ??
          'ce qu’il lui faut (outil, droits ou données) est absent de cet ordinateur',
      })),
  }
}

/**
 * Reads the JSON report of Playwright. An error outside any test counts as one failure.
 * @param {string} path
 * @returns {TestCount}
 */
export function countPlaywright(path) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: [] }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const specs = report.suites.flatMap(specsOf)
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title })))
  return {
    passed: tests.filter((test) => test.status === 'expected' || test.status === 'flaky').length,
    failed: tests.filter((test) => test.status === 'unexpected').length + report.errors.length,
    skipped: tests
      .filter((test) => test.status === 'skipped')
      .map((test) => ({ title: test.title, reason: reasonOf(test) })),
    secondTry: tests.filter((test) => test.status === 'flaky').map((test) => test.title),
  }
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
