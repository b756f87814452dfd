import type { AnalysisContent } from '@entente/shared/analyses/contract'
import { riskScore, seriousRisk } from '@entente/shared/analyses/rules'
import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './risk-matrix.module.css'

const scale = [1, 2, 3, 4, 5] as const
const levelOf = (score: number) => (score >= seriousRisk ? 'serious' : score >= 6 ? 'middle' : 'low')

/** Risks by likelihood and impact: a table of five by five, each risk by its number. */
export const RiskMatrix = ({ risks }: Pick<AnalysisContent, 'risks'>) => {
  const { t } = useTranslation('analyses')
  const at = (likelihood: number, impact: number) =>
    risks.flatMap((risk, index) => (risk.likelihood === likelihood && risk.impact === impact ? [index + 1] : []))
  return (
    <table className={styles.matrix}>
      <caption>{t('risk.matrix')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('risk.corner')}</th>
          {scale.map((impact) => (
            <th key={impact} scope="col">
              <VisuallyHidden>{t('risk.impact')} </VisuallyHidden>
              {impact}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scale.toReversed().map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">
              <VisuallyHidden>{t('risk.likelihood')} </VisuallyHidden>
              {likelihood}
            </th>
            {scale.map((impact) => (
              <td key={impact} data-level={levelOf(riskScore({ likelihood, impact }))}>
                {at(likelihood, impact).map((number) => (
                  <span key={number} className={styles.risk}>
                    {t('risk.short', { number })}
                  </span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
