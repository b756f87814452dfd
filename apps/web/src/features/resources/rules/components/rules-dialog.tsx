import { newStepRules, type StepRule, stepRole } from '@entente/shared/resources/rules/contract'
import { unit as unitWord, type Unit } from '@entente/shared/resources/rates/options'
import { Button, Checkbox, Fieldset, Group, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { randomId } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../../lib/form/form.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useProposeRules } from '../api.ts'
import { useUnitWords } from '../../rates/components/quantity-input.tsx'

type RuleValues = {
  key: string
  name: { fr: string; en: string }
  unit: Unit | ''
  above: string
  isSerious: boolean
  role: StepRule['role']
  group: string
  quorum: string
}
type Values = { rules: RuleValues[]; reason: string }

const valuesOf = ({ name, unit, above, isSerious, role, group, quorum }: StepRule): RuleValues => ({
  key: randomId('rule-'),
  name: { fr: name.fr, en: name.en ?? '' },
  unit: unit ?? '',
  above: above.replace(/\.0+$/, ''),
  isSerious,
  role,
  group: String(group),
  quorum: String(quorum),
})
const blank = (): RuleValues => ({
  key: randomId('rule-'),
  name: { fr: '', en: '' },
  unit: 'CAD',
  above: '',
  isSerious: false,
  role: 'executive',
  group: '2',
  quorum: '1',
})
const bodyOf = ({ rules, reason }: Values) => ({
  reason,
  rules: rules.map(({ name, unit, above, isSerious, role, group, quorum }) => ({
    isSerious,
    role,
    name: { fr: name.fr, en: name.en.trim() === '' ? null : name.en },
    unit: unit === '' ? null : unit,
    above: unit === '' ? '0' : above,
    group: Number(group),
    quorum: Number(quorum),
  })),
})

const choices = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1))

const RuleFields = ({ form, index }: { form: UseFormReturnType<Values>; index: number }) => {
  const { t } = useTranslation(['resources/rules', 'resources/rates', 'resources/envelopes'])
  const field = (name: string) => form.getInputProps(`rules.${index}.${name}`)
  const rule = form.values.rules[index]
  const { mark } = useUnitWords(rule?.unit === '' ? undefined : rule?.unit)
  return (
    <Fieldset legend={t('rules.rule', { number: index + 1 })}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextInput label={t('rules.nameFr')} required {...field('name.fr')} />
        <TextInput label={t('rules.nameEn')} {...field('name.en')} />
        <NativeSelect
          label={t('rules.counts')}
          data={[
            { value: '', label: t('rules.always') },
            ...unitWord.options.map((value) => ({ value, label: t(`unit.${value}`) })),
          ]}
          {...field('unit')}
        />
        {rule?.unit !== '' && (
          <DecimalInput label={t('rules.above')} required unit={mark} {...field('above')} value={rule?.above ?? ''} />
        )}
        <NativeSelect
          label={t('rules.who')}
          data={stepRole.options.map((value) => ({ value, label: t(`rules.role.${value}`) }))}
          {...field('role')}
        />
        <NativeSelect label={t('rules.quorum')} data={choices(3)} {...field('quorum')} />
        <NativeSelect label={t('rules.group')} data={choices(9)} {...field('group')} />
      </SimpleGrid>
      <Checkbox
        mt="sm"
        label={t('rules.seriousOnly')}
        {...form.getInputProps(`rules.${index}.isSerious`, { type: 'checkbox' })}
      />
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
  const form = useForm<Values>({
    initialValues: { rules: rules.map(valuesOf), reason: '' },
    validate: (values) => checkedBy(newStepRules)(bodyOf(values)),
  })
  return (
    <FormDialog
      form={form}
      command={propose}
      request={(values) => ({ body: bodyOf(values) })}
      title={t('rules.propose')}
      action={t('rules.send')}
      onDone={() => {
        announce(t('rules.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      {form.values.rules.map(({ key }, index) => (
        <RuleFields key={key} form={form} index={index} />
      ))}
      <Group>
        <Button variant="default" onClick={() => form.insertListItem('rules', blank())}>
          {t('rules.add')}
        </Button>
      </Group>
      <Textarea
        label={t('ceiling.reason')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
        error={form.errors['reason'] ?? form.errors['rules']}
      />
    </FormDialog>
  )
}
