import type { ProgramSummary } from '@entente/shared/programs/contract'
import { Anchor, List, Popover, Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Meaning, type MeaningKind } from '../../../ui/meaning.tsx'
import styles from './compass-row.module.css'
import { usePrinciples } from './use-principles.ts'

type Segment = ProgramSummary['compass'][number]
const kinds = { proven: 'proven', waived: 'waiting', open: 'neutral' } as const satisfies Record<
  Segment['state'],
  MeaningKind
>

const Principle = ({ segment: { principle, state, evidence } }: { segment: Segment }) => {
  const { t } = useTranslation('programs')
  const { name, says } = usePrinciples()(principle)
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles.segment} data-state={state}>
          <span className={styles.number}>{principle}</span>
          <span className={styles.name}>{name}</span>
          <Meaning kind={kinds[state]} plain>
            {t(`compass.${state}`)}
          </Meaning>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
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
      </Popover.Dropdown>
    </Popover>
  )
}

/** The compass written out: each principle with its state, its official sentence and what proves it. */
export const CompassRow = ({ compass }: Pick<ProgramSummary, 'compass'>) => {
  const { t } = useTranslation('programs')
  return (
    <ul className={styles.row} aria-label={t('compass.label')}>
      {compass.map((segment) => (
        <li key={segment.principle}>
          <Principle segment={segment} />
        </li>
      ))}
    </ul>
  )
}
