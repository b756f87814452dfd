import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import type { Stage } from '@entente/shared/programs/workflow'
import { Alert, Anchor, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../../paths.ts'
import { useStageName } from '../../../programs/components/use-stage-name.ts'

/** A program this person moved on this board, and the stage it came to. */
export type Passage = { card: PortfolioCard; to: Stage }

/** Whoever would take a stage back is told why it stands, and what can be done instead. */
export const UndoNotice = ({ passage }: { passage: Passage | null }) => {
  const { t } = useTranslation(['lifecycle/portfolio', 'ui'])
  const stageName = useStageName()
  const [shown, setShown] = useState<Passage | null>(null)
  useHotkeys([['mod+Z', () => setShown(passage)]])
  if (shown === null || shown !== passage) return null
  const { card, to } = shown
  return (
    <Alert
      mb="xs"
      color="waiting"
      variant="light"
      role="alert"
      icon={<IconInfoCircle aria-hidden />}
      title={t('lifecycle/portfolio:noUndo.title', { reference: card.reference, stage: stageName(to) })}
      withCloseButton
      closeButtonLabel={t('ui:close')}
      onClose={() => setShown(null)}
    >
      <Text size="sm">{t('lifecycle/portfolio:noUndo.why')}</Text>
      <Anchor component={Link} size="sm" to={paths.program.href(card.id)}>
        {t('lifecycle/portfolio:noUndo.open', { reference: card.reference })}
      </Anchor>
    </Alert>
  )
}
