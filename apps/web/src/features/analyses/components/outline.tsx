import { type AnalysisPart, completeness } from '@entente/shared/analyses/rules'
import type { AnalysisContent } from '@entente/shared/analyses/contract'
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './outline.module.css'

export const parts: readonly AnalysisPart[] = [
  'objectives',
  'context',
  'positiveImpact',
  'negativeImpact',
  'alternatives',
  'risks',
  'conditions',
  'recommendation',
]

/** The parts of the analysis, each with its mark: complete or not yet. */
export const Outline = ({ content }: { content: AnalysisContent }) => {
  const { t } = useTranslation('analyses')
  const complete = completeness(content)
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <ol>
        {parts.map((part) => (
          <li key={part}>
            <Link to={{ search: location.search, hash: part }} className={styles.link ?? ''}>
              {t(`part.${part}`)}
              {complete[part] ? (
                <IconCircleCheckFilled size={16} color="var(--proven-mark)" aria-hidden />
              ) : (
                <IconCircleDashed size={16} color="var(--neutral-fg)" aria-hidden />
              )}
              <VisuallyHidden>{t(complete[part] ? 'complete' : 'incomplete')}</VisuallyHidden>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
