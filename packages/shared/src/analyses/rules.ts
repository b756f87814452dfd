import { lettersIn, saysWhy } from '../kernel/text.ts'
import type { AnalysisContent } from './contract.ts'

/** From this score (likelihood × impact) a risk needs a treatment and an owner (domain.md, P2-G3). */
export const seriousRisk = 12

/** Months for which an approved analysis may carry a decision (domain.md, P2-G5). */
export const validityMonths = 6

export const riskScore = (risk: { likelihood: number; impact: number }) => risk.likelihood * risk.impact

const empty = (value: string) => lettersIn(value) === 0

/** Serious risks that nobody treats or owns. */
export const untreatedRisks = (content: AnalysisContent) =>
  content.risks.filter((risk) => riskScore(risk) >= seriousRisk && (empty(risk.treatment) || empty(risk.owner)))

/** Parts of an analysis, each with whether it is complete: the outline's marks and the check before submission. */
export const completeness = (content: AnalysisContent) => ({
  objectives:
    content.objectives.length > 0 &&
    content.objectives.every((item) => !empty(item.statement) && item.mandate !== null),
  context: !empty(content.context),
  positiveImpact: !empty(content.positiveImpact),
  negativeImpact: !empty(content.negativeImpact),
  alternatives: content.alternatives.some((item) => !empty(item.description)),
  risks: content.risks.every((risk) => !empty(risk.description)) && untreatedRisks(content).length === 0,
  conditions: content.conditions.every((item) => !empty(item.description)),
  recommendation: content.recommendation !== null && saysWhy(content.recommendationReason),
})

export type AnalysisPart = keyof ReturnType<typeof completeness>

/** An analysis nobody has written in yet. */
export const emptyContent: AnalysisContent = {
  objectives: [],
  context: '',
  positiveImpact: '',
  negativeImpact: '',
  alternatives: [],
  risks: [],
  conditions: [],
  recommendation: null,
  recommendationReason: '',
}

/** Last day of validity of an analysis approved on `day`: the same day six months later, or the month's last. */
export const validUntil = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const target = new Date(Date.UTC(year, month - 1 + validityMonths, 1))
  const lastDate = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date, lastDate))
  return target.toISOString().slice(0, 10)
}
