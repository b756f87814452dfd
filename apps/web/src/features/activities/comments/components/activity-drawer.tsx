import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { WhyNot } from '../../../../ui/feedback/why-not.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { SidePanel } from '../../../../ui/layer/dialog.tsx'
import { activityQuery, useEditActivity } from '../../api.ts'
import { ActivityForm, NewActivityForm } from '../../components/activity-form.tsx'
import { ActivityHistory } from './activity-history.tsx'
import { CommentList } from './comment-list.tsx'
import { PresenceLine } from './presence-line.tsx'
import type { Retrace } from '../../components/use-retrace.ts'

type NewProps = { programId: string; columnId: string | undefined; onClose: () => void }

export const NewActivityDrawer = ({ programId, columnId, onClose }: NewProps) => {
  const { t } = useTranslation(['activities', 'ui'])
  return (
    <SidePanel opened onClose={onClose} title={t('activities:add')}>
      <NewActivityForm programId={programId} columnId={columnId} onClose={onClose} />
    </SidePanel>
  )
}

type Props = {
  id: string
  columns: ActivityBoard['columns']
  retrace: Retrace
  /** What later slices know of the card. */
  renderLinks: (activityId: string) => ReactNode
  onClose: () => void
}

/** A card, open: its fields, what was said, what happened; and who else is looking. */
export const ActivityDrawer = ({ id, columns, retrace, renderLinks, onClose }: Props) => {
  const { t } = useTranslation(['activities', 'ui'])
  const { data: activity, error } = useQuery(activityQuery(id))
  const archive = useEditActivity()
  const [isWriting, setIsWriting] = useState(false)
  const canSpeak = activity?.can.includes('comment') ?? false
  const putAway = () =>
    activity &&
    archive.mutate(
      { params: { id }, body: { archived: true }, ifMatch: activity.version },
      {
        onSuccess: (made) => {
          retrace.edited(activity, { archived: false }, { archived: true }, made)
          onClose()
        },
      },
    )
  return (
    <SidePanel opened size="lg" onClose={onClose} title={activity?.title ?? ''}>
      <ProblemAlert error={error ?? archive.error} />
      {activity === undefined && error === null && <PanelSkeleton />}
      {activity !== undefined && (
        <>
          {canSpeak && <PresenceLine activityId={id} isWriting={isWriting} />}
          <Tabs defaultValue="card" keepMounted>
            <Tabs.List mb="sm">
              <Tabs.Tab value="card">{t('activities:tab.card')}</Tabs.Tab>
              <Tabs.Tab value="comments">{t('activities:tab.comments', { count: activity.comments })}</Tabs.Tab>
              <Tabs.Tab value="history">{t('activities:tab.history')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="card">
              <ActivityForm
                activity={activity}
                retrace={retrace}
                onWriting={setIsWriting}
                onArchive={putAway}
                onClose={onClose}
              />
              {renderLinks(id)}
            </Tabs.Panel>
            <Tabs.Panel value="comments">
              <WhyNot of={activity} to="comment" />
              <CommentList activityId={id} canSpeak={canSpeak} />
            </Tabs.Panel>
            <Tabs.Panel value="history">
              <ActivityHistory activityId={id} columns={columns} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </SidePanel>
  )
}
