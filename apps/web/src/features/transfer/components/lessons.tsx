import { type Lesson, transfer } from '@entente/shared/transfer/contract'
import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconBulb, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Allowed, isNamed } from '../../../ui/feedback/why-not.tsx'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Facts } from '../../../ui/display/facts.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useAddLesson } from '../api.ts'

const LessonDialog = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation('transfer')
  const add = useAddLesson()
  const form = useFormOf(transfer.addLesson)
  const field = useFields(form, 'transfer:lesson')
  return (
    <FormDialog
      form={form}
      command={add}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('lesson.add')}
      action={t('lesson.save')}
      onClose={onClose}
    >
      <TextInput {...field('theme')} />
      <Textarea {...field('observation')} autosize minRows={2} />
      <Textarea {...field('cause')} autosize minRows={2} />
      <Textarea {...field('recommendation')} autosize minRows={2} />
    </FormDialog>
  )
}

type Props = { programId: string; lessons: readonly Lesson[]; of: Allowed<'addLesson'> }

/** What was learned: observed, why, and what to do next time. */
export const Lessons = ({ programId, lessons, of }: Props) => {
  const { t } = useTranslation('transfer')
  const format = useFormat()
  const [isAdding, setIsAdding] = useState(false)
  const add = (
    <ActionButton
      of={of}
      to="addLesson"
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setIsAdding(true)}
    >
      {t('lesson.add')}
    </ActionButton>
  )
  return (
    <Section id="lessons" title={t('lesson.heading')} actions={lessons.length > 0 && add}>
      {lessons.length === 0 && (
        <EmptyState icon={IconBulb} title={t('lesson.empty')} action={add}>
          {!isNamed(of, 'addLesson') && t('lesson.later')}
        </EmptyState>
      )}
      <Stack gap="md">
        {lessons.map((lesson) => (
          <article key={lesson.id}>
            <Text fw={600}>{lesson.theme}</Text>
            <Text size="xs" c="dimmed" mb={4}>
              {lesson.writtenBy.name}, {format.date(lesson.writtenAt)}
            </Text>
            <Facts
              facts={[
                { label: t('lesson.observation'), value: lesson.observation },
                { label: t('lesson.cause'), value: lesson.cause },
                { label: t('lesson.recommendation'), value: lesson.recommendation },
              ]}
            />
          </article>
        ))}
      </Stack>
      {isAdding && <LessonDialog programId={programId} onClose={() => setIsAdding(false)} />}
    </Section>
  )
}
