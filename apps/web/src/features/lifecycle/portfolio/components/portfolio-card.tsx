import type { PortfolioCard as Card } from '@entente/shared/lifecycle/portfolio/contract'
import { compare } from '@entente/shared/kernel/money'
import { VisuallyHidden } from '@mantine/core'
import { IconHandStop, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { EnvelopeBar } from '../../../resources/envelopes/components/envelope-bar.tsx'
import { CountryName } from '../../../programs/components/country-name.tsx'
import { ProgramCompass } from '../../../programs/components/program-compass.tsx'
import { StageAge } from './stage-age.tsx'
import styles from './portfolio-card.module.css'

/** The first gate in the way: its number, what is missing, and the way to mend it. */
export const NextGate = ({ blockedBy }: Pick<Card, 'blockedBy'>) =>
  blockedBy !== null && (
    <Link to={blockedBy.href} className={styles.gate}>
      <IconHandStop size={12} aria-hidden className={styles.icon} /> {blockedBy.gateId} · {blockedBy.label}
    </Link>
  )

/** Days to the host's polling day, as short as it can be said. */
const PollingIn = ({ days }: { days: number }) => {
  const { t } = useTranslation('lifecycle/portfolio')
  const format = useFormat()
  const words = t('card.polling', { in: format.inDays(days) })
  return (
    <span className={styles.short} title={words}>
      <span aria-hidden>{t(days < 0 ? 'card.dayAfter' : 'card.dayBefore', { days: Math.abs(days) })}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}

/** Everything a coordinator needs of one program, in the width of a column. */
export const PortfolioCard = ({ card }: { card: Card }) => {
  const { t } = useTranslation('lifecycle/portfolio')
  const format = useFormat()
  const { approved, committed, spent } = card.money
  return (
    <article className={styles.card}>
      <Link to={paths.program.href(card.id)} className={styles.reference}>
        {card.reference}
      </Link>
      <div className={styles.line}>
        <CountryName countryCode={card.countryCode} scope={card.scope} />
      </div>
      <div className={styles.title} title={format.text(card.title)}>
        {format.text(card.title)}
      </div>
      {card.suspended !== null && (
        <div className={styles.suspended}>
          <IconPlayerPause size={12} aria-hidden /> {t('card.suspended')}
        </div>
      )}
      {card.toPutRight.length > 0 && (
        <div className={styles.broken}>
          <IconHandStop size={12} aria-hidden /> {t('card.putRight')}
        </div>
      )}
      <ProgramCompass compass={card.compass} />
      <div className={styles.line} title={card.coordinator.name}>
        {card.coordinator.name}
      </div>
      <div className={styles.pair}>
        {card.daysToPolling !== null && <PollingIn days={card.daysToPolling} />}
        {card.next !== null && <StageAge card={card} compact />}
      </div>
      <NextGate blockedBy={card.blockedBy} />
      {compare(approved.amount, '0') > 0 && (
        <EnvelopeBar
          compact
          unit={approved.currency}
          ceiling={approved.amount}
          committed={committed.amount}
          spent={spent.amount}
          reserved="0"
        />
      )}
    </article>
  )
}
