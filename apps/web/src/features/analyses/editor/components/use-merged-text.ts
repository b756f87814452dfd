import type { Analysis, AnalysisContent } from '@entente/shared/analyses/contract'
import type { AnalysisPart } from '@entente/shared/analyses/rules'
import { useState } from 'react'

type Key = keyof AnalysisContent
type Seen = { content: AnalysisContent; version: number }
export type Conflict = { part: AnalysisPart; theirs: AnalysisContent }

const keys: readonly Key[] = [
  'objectives',
  'context',
  'positiveImpact',
  'negativeImpact',
  'alternatives',
  'risks',
  'conditions',
  'recommendation',
  'recommendationReason',
]

export const partOf = (key: Key): AnalysisPart => (key === 'recommendationReason' ? 'recommendation' : key)
const keysOf = (part: AnalysisPart) => keys.filter((key) => partOf(key) === part)
const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

/** What differs between two texts. */
export const changed = (from: AnalysisContent, to: AnalysisContent) => keys.filter((key) => !same(from[key], to[key]))

/** Only these parts of a text. */
export const pick = (content: AnalysisContent, chosen: readonly Key[]): Partial<AnalysisContent> =>
  Object.fromEntries(chosen.map((key) => [key, content[key]]))

/**
 * My text over the one last read from the server. What others wrote in parts I left alone is taken in; where both
 * wrote, both texts stay until one is chosen.
 */
export const useMergedText = (analysis: Analysis) => {
  const [base, setBase] = useState<Seen>({ content: analysis.content, version: analysis.version })
  const [content, setContent] = useState(analysis.content)
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const isDisputed = (key: Key) => conflicts.some(({ part }) => part === partOf(key))

  const takeIn = (theirs: Seen) => {
    const wrote = changed(base.content, content)
    const others = changed(base.content, theirs.content)
    const free = others.filter((key) => !wrote.includes(key))
    const both = others.filter((key) => wrote.includes(key) && !same(content[key], theirs.content[key]))
    setContent((now) => ({ ...now, ...pick(theirs.content, free) }))
    setBase(theirs)
    const parts = [...new Set([...conflicts.map(({ part }) => part), ...both.map(partOf)])]
    setConflicts(parts.map((part) => ({ part, theirs: theirs.content })))
  }

  const settle = (part: AnalysisPart, choice: 'mine' | 'theirs') => {
    if (choice === 'theirs') setContent((now) => ({ ...now, ...pick(base.content, keysOf(part)) }))
    setConflicts(conflicts.filter((item) => item.part !== part))
  }

  const mine = changed(base.content, content)
  return {
    base,
    setBase,
    content,
    setContent,
    conflicts,
    takeIn,
    settle,
    mine,
    sendable: mine.filter((key) => !isDisputed(key)),
  }
}
