import { type StepRule, stepRole, stepRules } from '@entente/shared/resources/rules/contract'
import { unit as unitWord } from '@entente/shared/resources/rates/options'
import { Button, Checkbox, Fieldset, Group, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type FormOf, useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import type { ValuesOf } from '../../../../lib/form/form-of.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useProposeRules } from '../api.ts'
import { useUnitWords } from '../../rates/components/quantity-input.tsx'

const choices = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1))

type Values = ValuesOf<typeof stepRules.propose>

const blank: Values['rules'][number] = {
  name: { fr: '', en: '' },
  unit: 'CAD',
  above: '',
  isSerious: false,
  role: 'executive',
  group: 2,
  quorum: 1,
}

const RuleFields = ({ form, index }: { form: FormOf<Values, unknown>; index: number }) => {
  const { t } = useTranslation(['resources/rules', 'resources/rates', 'resources/envelopes'])
  const field = useFields(form, 'resources/rules:')
  const rule = form.values.rules[index]
  const { mark } = useUnitWords(rule?.unit === '' ? undefined : rule?.unit)
  return (
    <Fieldset legend={t('rules.rule', { number: index + 1 })}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextInput {...field(`rules.${index}.name.fr`, t('rules.nameFr'))} />
        <TextInput {...field(`rules.${index}.name.en`, t('rules.nameEn'))} />
        <NativeSelect
          {...field(`rules.${index}.unit`, t('rules.counts'))}
          data={[
            { value: '', label: t('rules.always') },
            ...unitWord.options.map((value) => ({ value, label: t(`unit.${value}`) })),
          ]}
        />
        {rule?.unit !== '' && <DecimalInput {...field(`rules.${index}.above`, t('rules.above'))} unit={mark} />}
        <NativeSelect
          {...field(`rules.${index}.role`, t('rules.who'))}
          data={stepRole.options.map((value) => ({ value, label: t(`rules.role.${value}`) }))}
        />
        <NativeSelect {...field(`rules.${index}.quorum`, t('rules.quorum'))} data={choices(3)} />
        <NativeSelect {...field(`rules.${index}.group`, t('rules.group'))} data={choices(9)} />
      </SimpleGrid>
      <Checkbox {...field(`rules.${index}.isSerious`, t('rules.seriousOnly'))} mt="sm" />
      {form.values.rules.length > 1 && (
        <Group justify="flex-end">
          <Button variant="subtle" size="xs" onClick={() => form.removeListItem('rules', index)}>
            {t('rules.remove', { number: index + 1 })}
          </Button>
        </Group>
      )}
    </Fieldset>
  )
}

/** Proposes another table of rules, beginning with the present one; someone else confirms it. */
export const RulesDialog = ({ rules, onClose }: { rules: readonly StepRule[]; onClose: () => void }) => {
  const { t } = useTranslation(['resources/rules', 'resources/rates', 'resources/envelopes'])
  const propose = useProposeRules()
  const form = useFormOf(stepRules.propose, {
    of: { rules: rules.map((rule) => ({ ...rule, above: rule.above.replace(/\.0+$/, '') })) },
    sent: ({ rules: written }) => ({
      rules: written.map((rule) => (rule.unit === '' ? { ...rule, above: '0' } : rule)),
    }),
  })
  const field = useFields(form, 'resources/envelopes:ceiling')
  return (
    <FormDialog
      form={form}
      command={propose}
      request={(body) => ({ body })}
      title={t('rules.propose')}
      action={t('rules.send')}
      onDone={() => {
        announce(t('rules.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      {form.values.rules.map((_, index) => (
        <RuleFields key={`${index} ${form.values.rules.length}`} form={form} index={index} />
      ))}
      <Group>
        <Button variant="default" onClick={() => form.insertListItem('rules', blank)}>
          {t('rules.add')}
        </Button>
      </Group>
      <Textarea {...field('reason')} autosize minRows={2} error={form.errors['reason'] ?? form.errors['rules']} />
    </FormDialog>
  )
}
