import type { ProgramSummary } from '@entente/shared/programs/contract'
import { Anchor, List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PopupPanel } from '../../../ui/layer/popup-panel.tsx'
import type { PopupTrigger } from '../../../ui/layer/lazy-popup.tsx'
import { usePrinciples } from './use-principles.ts'

type Props = { segment: ProgramSummary['compass'][number]; target: PopupTrigger }

/** A principle in its official sentence, and what proves it. */
export const PrinciplePanel = ({ segment: { principle, evidence }, target }: Props) => {
  const { t } = useTranslation('programs')
  const { name, says } = usePrinciples()(principle)
  return (
    <PopupPanel target={target}>
      <Text fw={600}>{t('compass.principle', { number: principle, name })}</Text>
      <Text size="sm" my={4}>
        {says}
      </Text>
      {evidence.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('compass.noEvidence')}
        </Text>
      ) : (
        <List size="sm">
          {evidence.map(({ label, href }) => (
            <List.Item key={href + label}>
              <Anchor component={Link} to={href} size="sm" display="block" py={2}>
                {label}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </PopupPanel>
  )
}
