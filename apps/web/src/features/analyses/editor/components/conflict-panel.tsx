import type { AnalysisContent } from '@entente/shared/analyses/contract'
import { Alert, Button, Group } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PartText } from '../../components/part-text.tsx'
import styles from '../../components/outline.module.css'
import type { AnalysisDraft } from './use-analysis-draft.ts'
import type { Conflict } from './use-merged-text.ts'

type Props = { conflict: Conflict; onSettle: AnalysisDraft['settle'] }

/** Someone else wrote in this part meanwhile: their text beside mine, and the choice is mine. */
export const ConflictPanel = ({ conflict, onSettle }: Props) => {
  const { t } = useTranslation('analyses')
  const theirs: AnalysisContent = conflict.theirs
  return (
    <Alert color="waiting" icon={<IconArrowsSplit2 aria-hidden />} title={t('conflict.title')} role="alert" mb="sm">
      {t('conflict.detail')}
      <div className={styles.quote}>
        <PartText part={conflict.part} content={theirs} />
      </div>
      <Group gap="xs">
        <Button size="xs" onClick={() => onSettle(conflict.part, 'mine')}>
          {t('conflict.mine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onSettle(conflict.part, 'theirs')}>
          {t('conflict.theirs')}
        </Button>
      </Group>
    </Alert>
  )
}
