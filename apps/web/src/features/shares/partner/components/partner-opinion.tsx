import { type Consultation, participation, stance } from '@entente/shared/participation/contract'
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { WhyNot } from '../../../../ui/feedback/why-not.tsx'
import { showProblem } from '../../../../lib/form/form.ts'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { useOpine } from '../../../participation/api.ts'

type Props = { consultation: Consultation }

const OpinionForm = ({ consultation }: Props) => {
  const { t } = useTranslation(['shares/partner', 'participation'])
  const opine = useOpine()
  const form = useFormOf(participation.opine, {
    start: { stance: '' },
    check: (values) => ({
      ...(!stance.options.includes(values.stance) && { stance: t('shares/partner:opinion.stanceRequired') }),
    }),
  })
  const field = useFields(form, 'shares/partner:opinion')
  const send = form.onSubmit((values) =>
    opine.mutate(
      { params: { id: consultation.id }, body: form.toBody(values), ifMatch: consultation.version },
      { onSuccess: () => announce(t('shares/partner:opinion.given')), onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="sm">
        <Radio.Group {...field('stance')} required>
          <Stack gap={8} mt={4}>
            {stance.options.map((value) => (
              <Radio key={value} value={value} label={t(`participation:stance.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea {...field('opinion', t('shares/partner:opinion.text'))} autosize minRows={3} maxLength={5000} />
        <ProblemAlert error={opine.error} />
        <Group>
          <Button type="submit" loading={opine.isPending}>
            {t('shares/partner:opinion.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** A question to my organization, with its answer or the form to give it. */
export const PartnerOpinion = ({ consultation }: Props) => {
  const { t } = useTranslation(['shares/partner', 'participation'])
  const format = useFormat()
  const { question, openedAt, silenceOn, stance: given, opinion, answeredAt, can } = consultation
  return (
    <Stack gap="xs">
      <Text fw={600}>{question}</Text>
      <Text size="sm" c="dimmed">
        {t('shares/partner:opinion.asked', { at: format.date(openedAt), until: format.day(silenceOn) })}
      </Text>
      {given !== null && answeredAt !== null && (
        <div>
          <StatusBadge kind="proven">{t(`participation:stance.${given}`)}</StatusBadge> {opinion}
          <Text size="sm" c="dimmed">
            {format.dateTime(answeredAt)}
          </Text>
        </div>
      )}
      {can.includes('answer') ? (
        <OpinionForm consultation={consultation} />
      ) : (
        given === null && <WhyNot of={consultation} to="answer" />
      )}
    </Stack>
  )
}
