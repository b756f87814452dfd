import { Alert, Anchor, Button, List, Text } from '@mantine/core'
import { IconAlertOctagon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isProblem, OfflineError } from '../../lib/api/problem.ts'
import { gatesOf } from '../../lib/api/problem-gates.ts'

type Props = { error: unknown; onRetry?: () => void; onClose?: () => void }

const useWords = (error: unknown) => {
  const { t } = useTranslation('ui')
  if (isProblem(error)) return { title: error.problem.title, detail: error.problem.detail }
  if (error instanceof OfflineError) return { title: t('problem.offline'), detail: t('problem.offlineDetail') }
  return { title: t('problem.unknown'), detail: t('problem.unknownDetail') }
}

/** What was refused, why, and where to mend it. Stays until the person acts. */
export const ProblemAlert = ({ error, onRetry, onClose }: Props) => {
  const { t } = useTranslation('ui')
  const { title, detail } = useWords(error)
  if (error === null || error === undefined) return null
  const fields = isProblem(error) ? (error.problem.errors ?? []) : []
  const gates = isProblem(error) ? gatesOf(error.problem) : []
  return (
    <Alert
      color="blocked"
      variant="light"
      role="alert"
      title={title}
      icon={<IconAlertOctagon aria-hidden />}
      {...(onClose && { onClose, withCloseButton: true, closeButtonLabel: t('close') })}
    >
      {detail !== undefined && <Text size="sm">{detail}</Text>}
      {fields.length > 0 && (
        <List size="sm" mt={4}>
          {fields.map((field) => (
            <List.Item key={`${field.pointer} ${field.detail}`}>{field.detail}</List.Item>
          ))}
        </List>
      )}
      {gates.length > 0 && (
        <List size="sm" mt={4}>
          {gates.map((gate) => (
            <List.Item key={gate.id}>
              <Text size="sm">{`${gate.id} · ${gate.message}`}</Text>
              {gate.missing.map((item) => (
                <Anchor key={item.href + item.label} component={Link} to={item.href} size="sm" display="block" py={2}>
                  {item.label}
                </Anchor>
              ))}
            </List.Item>
          ))}
        </List>
      )}
      {onRetry !== undefined && !isProblem(error, 'closed-to-role') && (
        <Button mt="xs" size="xs" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  )
}
