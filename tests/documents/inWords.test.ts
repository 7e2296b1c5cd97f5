import { describe, expect, it } from 'vitest'
import { instancePhrase } from '#shared/domain/documents/instancePhrase.ts'
import { amountInWords, integerInWords } from '#shared/domain/documents/inWords.ts'

describe('numbers in words', () => {
  it.each([
    [0, 'zéro'],
    [16, 'seize'],
    [21, 'vingt et un'],
    [71, 'soixante et onze'],
    [77, 'soixante-dix-sept'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
    [100, 'cent'],
    [200, 'deux cents'],
    [201, 'deux cent un'],
    [380, 'trois cent quatre-vingts'],
    [1000, 'mille'],
    [2026, 'deux mille vingt-six'],
    [80_000, 'quatre-vingt mille'],
    [200_000, 'deux cent mille'],
    [200_000_000, 'deux cents millions'],
    [1_000_000_001, 'un milliard un'],
  ])('[TY3] %i is %s', (value, words) => {
    expect(integerInWords(value)).toBe(words)
  })

  it('[TY3] writes amounts with their cents', () => {
    expect(amountInWords(4_729_100)).toBe('quarante-sept mille deux cent quatre-vingt-onze euros')
    expect(amountInWords(1_250_080)).toBe('douze mille cinq cents euros et quatre-vingts centimes')
    expect(amountInWords(100_000_000)).toBe('un million d’euros')
    expect(amountInWords(101)).toBe('un euro et un centime')
    expect(amountInWords(50)).toBe('cinquante centimes d’euro')
  })
})

describe('how a sentence names an instance', () => {
  it.each([
    ['Commission d’attribution', 'la commission d’attribution', true],
    ['Jury de l’appel', 'le jury de l’appel', false],
    ['Assemblée plénière', 'l’assemblée plénière', true],
    ['Le comité technique', 'le comité technique', false],
    ['Comité FITN', 'le comité FITN', false],
    ['la commission permanente', 'la commission permanente', true],
  ])('[MN1] %s', (name, subject, feminine) => {
    expect(instancePhrase(name)).toEqual({ subject, feminine })
  })
})
