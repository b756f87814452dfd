import { expect, it } from 'vitest'
import { ApiProblem } from '../api/problem.ts'
import { fieldErrorsOf, pathOf } from './form.ts'

it('A JSON pointer names the same field as the form does', () => {
  expect(pathOf('/lines/0/amount/currency')).toBe('lines.0.amount.currency')
  expect(pathOf('#/title/fr')).toBe('title.fr')
  expect(pathOf('/a~1b')).toBe('a/b')
})

it('A refusal lays its messages beside the fields; other errors lay none', () => {
  const errors = [{ pointer: '/title/fr', detail: 'Ce champ est requis.' }]
  const refusal = new ApiProblem({
    type: '/problems/invalid',
    title: 'Des champs sont à corriger',
    status: 400,
    errors,
  })
  expect(fieldErrorsOf(refusal)).toEqual({ 'title.fr': 'Ce champ est requis.' })
  expect(fieldErrorsOf(new Error('away'))).toEqual({})
})
