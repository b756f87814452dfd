import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../../../lib/api/problem.ts'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'

type Props = { error: unknown; wasTried: boolean; isBusy: boolean; onTry: (password: string) => void }

/** Asks for the password of a link. */
export const LinkPassword = ({ error, wasTried, isBusy, onTry }: Props) => {
  const { t } = useTranslation('shares/partner')
  const [typed, setTyped] = useState('')
  const isWrong = wasTried && isProblem(error, 'wrong-credentials')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '') onTry(typed)
      }}
    >
      <Stack gap="sm" maw={360}>
        <Text>{t('link.asksPassword')}</Text>
        <PasswordInput
          label={t('link.password')}
          required
          autoComplete="off"
          value={typed}
          error={isWrong ? t('link.wrong') : null}
          visibilityToggleButtonProps={{ 'aria-label': t('link.show') }}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {!isProblem(error, 'wrong-credentials') && <ProblemAlert error={error} />}
        <Button type="submit" loading={isBusy}>
          {t('link.open')}
        </Button>
      </Stack>
    </form>
  )
}
