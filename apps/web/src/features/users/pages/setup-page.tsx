import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { users } from '@entente/shared/users/contract'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { showProblem } from '../../../lib/form/form.ts'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { paths } from '../../../paths.ts'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { useSetUp } from '../api.ts'
import { EntryCard } from '../components/entry-card.tsx'

/** The one-time link of a new installation: whoever holds it becomes the first administrator. */
export const SetUpPage = () => {
  const { t } = useTranslation('users')
  const token = useLocation().hash.slice(1)
  const setUp = useSetUp()
  const form = useFormOf(users.setUp, { start: { token } })
  const field = useFields(form, 'users:setUp')
  if (setUp.isSuccess) return <Navigate replace to={paths.home.href()} />
  return (
    <EntryCard title={t('setUp.title')}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) =>
          setUp.mutate(form.toBody(values), { onError: (error) => showProblem(form, error) }),
        )}
      >
        <Stack gap="sm">
          <Title order={1}>{t('setUp.title')}</Title>
          <p>{t('setUp.detail')}</p>
          <ProblemAlert error={setUp.error} />
          <TextInput {...field('name')} autoComplete="name" />
          <TextInput {...field('email', t('signIn.email'))} type="email" autoComplete="username" />
          <PasswordInput
            {...field('password', t('signIn.password'))}
            description={t('setUp.passwordRule')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          />
          <Button type="submit" loading={setUp.isPending}>
            {t('setUp.submit')}
          </Button>
        </Stack>
      </form>
    </EntryCard>
  )
}
