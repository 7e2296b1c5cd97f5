import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import type { Criterion, Grid, GridSection } from '#shared/domain/grid/grid.ts'

export type GridContent = Pick<Grid, 'label' | 'sections'>

/** [UI3] Every edit gives a whole new content; what is not concerned stays the same value. */
export const changeCriterion = (content: GridContent, code: string, set: Partial<Criterion>): GridContent =>
  mapSections(content, (section) => ({
    ...section,
    criteria: section.criteria.map((criterion) =>
      criterion.code === code ? { ...criterion, ...set } : criterion,
    ),
  }))

export const removeCriterion = (content: GridContent, code: string): GridContent =>
  mapSections(content, (section) => ({
    ...section,
    criteria: section.criteria.filter((criterion) => criterion.code !== code),
  }))

/** One place up or down; past the edge of its section it goes into the neighbouring one. */
export function moveCriterion(content: GridContent, code: string, by: 1 | -1): GridContent {
  const from = content.sections.findIndex((section) => section.criteria.some((each) => each.code === code))
  const section = content.sections[from]
  const place = section?.criteria.findIndex((each) => each.code === code) ?? -1
  const criterion = section?.criteria[place]
  if (section === undefined || criterion === undefined) return content
  const target = place + by
  if (target >= 0 && target < section.criteria.length) {
    const others = section.criteria.filter((each) => each.code !== code)
    return replaceSection(content, from, { ...section, criteria: others.toSpliced(target, 0, criterion) })
  }
  const neighbour = content.sections[from + by]
  if (neighbour === undefined) return content
  const left = removeCriterion(content, code)
  const criteria = by === 1 ? [criterion, ...neighbour.criteria] : [...neighbour.criteria, criterion]
  return replaceSection(left, from + by, { ...neighbour, criteria })
}

/** @returns the content and the code given to the new criterion */
export function addCriterion(
  content: GridContent,
  sectionIndex: number,
  label: string,
): { readonly content: GridContent; readonly code: string } {
  const code = freeCode(content)
  const section = content.sections[sectionIndex] ?? { label: '', criteria: [] }
  const criterion: Criterion = {
    code,
    label,
    guidance: '',
    weight: 10,
    scale: { kind: '0-5', anchors: {} },
    informative: false,
    notApplicableAllowed: false,
    knockoutBelow: null,
    comment: 'optional',
  }
  const grown = { ...section, criteria: [...section.criteria, criterion] }
  return {
    code,
    content:
      content.sections.length === 0
        ? { ...content, sections: [grown] }
        : replaceSection(content, sectionIndex, grown),
  }
}

export const addSection = (content: GridContent, label: string): GridContent => ({
  ...content,
  sections: [...content.sections, { label, criteria: [] }],
})

export const renameSection = (content: GridContent, index: number, label: string): GridContent => {
  const section = content.sections[index]
  return section === undefined ? content : replaceSection(content, index, { ...section, label })
}

export const removeSection = (content: GridContent, index: number): GridContent => ({
  ...content,
  sections: content.sections.toSpliced(index, 1),
})

/** Sum of the weights that count. */
export const weightSum = (content: Pick<Grid, 'sections'>): number =>
  criteriaOf(content)
    .filter((criterion) => !criterion.informative)
    .reduce((sum, criterion) => sum + criterion.weight, 0)

function freeCode(content: GridContent): string {
  const taken = new Set(criteriaOf(content).map((criterion) => criterion.code))
  let number = taken.size + 1
  while (taken.has(`C${number}`)) number += 1
  return `C${number}`
}

const mapSections = (content: GridContent, change: (section: GridSection) => GridSection): GridContent => ({
  ...content,
  sections: content.sections.map(change),
})

const replaceSection = (content: GridContent, index: number, section: GridSection): GridContent => ({
  ...content,
  sections: content.sections.with(index, section),
})
