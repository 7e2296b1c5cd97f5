import { paragraph } from '../blocks.ts'
import type { Block } from '../model.ts'

/** Blocks that stand when a condition holds, or once for each entry of a list. */
export const section = (name: string, blocks: readonly Block[]): readonly Block[] => [
  paragraph(`{#${name}}`),
  ...blocks,
  paragraph(`{/${name}}`),
]

/** Blocks that stand otherwise. */
export const otherwise = (name: string, blocks: readonly Block[]): readonly Block[] => [
  paragraph(`{^${name}}`),
  ...blocks,
  paragraph(`{/${name}}`),
]

/** A line to write on by hand. */
export const handwritten = '…………………………'
