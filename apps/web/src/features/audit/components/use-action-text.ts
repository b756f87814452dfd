import { actionText } from '@entente/shared/audit/options'
import { useLocale } from '../../../lib/i18n/use-locale.ts'

/** The words of an action of the trail, in the reader’s language. */
export const useActionText = () => {
  const locale = useLocale()
  return (action: string) => actionText(action)?.[locale] ?? action
}
