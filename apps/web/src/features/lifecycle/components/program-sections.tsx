import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, useLocation } from 'react-router'
import { paths } from '../../../paths.ts'
import styles from './program-sections.module.css'

const sections = [
  ['overview', paths.program],
  ['request', paths.programRequest],
  ['analysis', paths.programAnalysis],
  ['decision', paths.programDecision],
  ['agreements', paths.programAgreements],
  ['activities', paths.programActivities],
  ['resources', paths.programResources],
  ['transfer', paths.programTransfer],
  ['partners', paths.programPartners],
  ['documents', paths.programDocuments],
  ['proof', paths.programProof],
  ['timeline', paths.programTimeline],
] as const

/** The parts of a dossier, each at its own address. */
export const ProgramSections = ({ id }: { id: string }) => {
  const { t } = useTranslation('lifecycle')
  const { pathname } = useLocation()
  const nav = useRef<HTMLElement>(null)
  // On a narrow screen the present part may stand beyond the edge.
  useEffect(() => {
    nav.current?.querySelector('[aria-current=page]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname])
  return (
    <nav ref={nav} aria-label={t('section.label')} className={styles.sections}>
      {sections.map(([name, path]) => (
        <NavLink key={name} to={path.href(id)} end={name === 'overview'} className={styles.section ?? ''}>
          {t(`section.${name}`)}
        </NavLink>
      ))}
    </nav>
  )
}
