import { mandate } from '@entente/shared/analyses/contract'
import { Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ItemList } from './item-list.tsx'
import type { AnalysisDraft } from './use-analysis-draft.ts'

type Props = { draft: AnalysisDraft }

/** What the program is for, each objective tied to a mandate of the institution. */
export const ObjectiveFields = ({ draft: { content, change } }: Props) => {
  const { t } = useTranslation('analyses')
  return (
    <ItemList
      items={content.objectives}
      blank={{ statement: '', mandate: null }}
      limit={20}
      nameOf={(number) => t('objective.name', { number })}
      add={t('objective.add')}
      onChange={(objectives) => change({ objectives })}
    >
      {(item, edit) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
          <Textarea
            label={t('objective.statement')}
            autosize
            maxLength={1000}
            value={item.statement}
            onChange={(event) => edit({ statement: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('objective.mandate')}
            value={item.mandate ?? ''}
            data={[
              { value: '', label: t('choose') },
              ...mandate.options.map((value) => ({ value, label: t(`mandate.${value}`) })),
            ]}
            onChange={(event) => edit({ mandate: mandate.safeParse(event.currentTarget.value).data ?? null })}
          />
        </SimpleGrid>
      )}
    </ItemList>
  )
}

/** What else could be done, doing nothing included. */
export const AlternativeFields = ({ draft: { content, change } }: Props) => {
  const { t } = useTranslation('analyses')
  return (
    <ItemList
      items={content.alternatives}
      blank={{ description: '', assessment: '' }}
      limit={10}
      nameOf={(number) => t('alternative.name', { number })}
      add={t('alternative.add')}
      onChange={(alternatives) => change({ alternatives })}
    >
      {(item, edit) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
          <Textarea
            label={t('alternative.description')}
            autosize
            maxLength={2000}
            value={item.description}
            onChange={(event) => edit({ description: event.currentTarget.value })}
          />
          <Textarea
            label={t('alternative.assessment')}
            autosize
            maxLength={2000}
            value={item.assessment}
            onChange={(event) => edit({ assessment: event.currentTarget.value })}
          />
        </SimpleGrid>
      )}
    </ItemList>
  )
}

/** What must be true before the institution commits, with its evidence. */
export const ConditionFields = ({ draft: { content, change } }: Props) => {
  const { t } = useTranslation('analyses')
  return (
    <ItemList
      items={content.conditions}
      blank={{ description: '', met: false, evidence: '' }}
      limit={20}
      nameOf={(number) => t('condition.name', { number })}
      add={t('condition.add')}
      onChange={(conditions) => change({ conditions })}
    >
      {(item, edit) => (
        <>
          <TextInput
            label={t('condition.description')}
            maxLength={1000}
            value={item.description}
            onChange={(event) => edit({ description: event.currentTarget.value })}
          />
          <Checkbox
            label={t('condition.met')}
            checked={item.met}
            onChange={(event) => edit({ met: event.currentTarget.checked })}
          />
          <TextInput
            label={t('condition.evidence')}
            maxLength={1000}
            value={item.evidence}
            onChange={(event) => edit({ evidence: event.currentTarget.value })}
          />
        </>
      )}
    </ItemList>
  )
}
