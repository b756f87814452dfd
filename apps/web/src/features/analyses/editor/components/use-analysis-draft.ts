import { type Analysis, type AnalysisContent, analysis as analysisSchema } from '@entente/shared/analyses/contract'
import type { AnalysisPart } from '@entente/shared/analyses/rules'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { isProblem } from '../../../../lib/api/problem.ts'
import { useAutosave } from '../../../../ui/form/use-autosave.ts'
import { programAnalysesQuery, useEditAnalysis } from '../../api.ts'
import { partOf, pick, useMergedText } from './use-merged-text.ts'

/** What the server holds now, when it refused a stale version that may still be written in. */
const currentOf = (error: unknown) => {
  if (!isProblem(error, 'stale-version')) return null
  const current = analysisSchema.safeParse(error.problem['current'])
  return current.success && current.data.can.includes('edit') ? current.data : null
}

/** The text being written: it saves itself, one save at a time, and never over what someone else wrote meanwhile. */
export const useAnalysisDraft = (analysis: Analysis) => {
  const client = useQueryClient()
  const edit = useEditAnalysis()
  const text = useMergedText(analysis)
  // A choice between two texts may leave mine as it was: the turn makes it a new thing to save.
  const [turn, setTurn] = useState(0)
  const { base, content } = text

  const save = async () => {
    if (text.sendable.length === 0) return
    const body = pick(content, text.sendable)
    try {
      const saved = await edit.mutateAsync({ params: { id: analysis.id }, body, ifMatch: base.version })
      text.setBase({ content: { ...base.content, ...body }, version: saved.version })
      void client.invalidateQueries({ queryKey: programAnalysesQuery(analysis.programId).queryKey })
    } catch (error) {
      const current = currentOf(error)
      if (current === null) throw error
      text.takeIn(current)
      setTurn((before) => before + 1)
    }
  }
  const saving = useAutosave({ content, turn }, save)

  const follow = useEffectEvent(() => {
    if (analysis.version > base.version && saving.phase !== 'saving') text.takeIn(analysis)
  })
  useEffect(() => follow(), [analysis.version])

  return {
    content,
    version: base.version,
    change: (part: Partial<AnalysisContent>) => text.setContent((now) => ({ ...now, ...part })),
    save: saving,
    isSaved: text.mine.length === 0 && saving.phase !== 'saving',
    unsaved: new Set(text.mine.map(partOf)),
    conflicts: text.conflicts,
    settle: (part: AnalysisPart, choice: 'mine' | 'theirs') => {
      text.settle(part, choice)
      setTurn((before) => before + 1)
    },
  }
}
export type AnalysisDraft = ReturnType<typeof useAnalysisDraft>
