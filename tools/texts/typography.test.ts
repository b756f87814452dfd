import { describe, expect, it } from 'vitest'
import { setFrench } from './typography.ts'

describe('Setting a French text', () => {
  it('puts no-break spaces before high marks and in guillemets, curls apostrophes', () => {
    expect(setFrench("Étape : « l'analyse » ; pourquoi ?")).toBe(
      'Étape\u00a0: «\u00a0l’analyse\u00a0»\u00a0; pourquoi\u00a0?',
    )
  })
  it('leaves times, placeholders and what is already set alone', () => {
    for (const text of ['8:30', '{{days}} j', 'Étape\u00a0: {{name}}']) expect(setFrench(text)).toBe(text)
  })
})
