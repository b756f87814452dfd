import { describe, expect, it } from 'vitest'
import { readSettings } from './env.ts'

describe('The settings', () => {
  it('have the values of the documentation when nothing, or nothing but blanks, is set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      databaseUrl: null,
      databaseOwnerUrl: null,
      demo: 'auto',
      logLevel: 'warn',
    })
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, not "abc".'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not "70000".'],
    [{ PUBLIC_URL: 'entente' }, 'PUBLIC_URL must be an address that begins with http:// or https://, not "entente".'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent, not "loud".'],
    [{ SESSION_SECRET: 'hush' }, 'SESSION_SECRET must be at least 32 characters long, not what it is now.'],
    [
      { DATABASE_URL: 'mysql://u:p@h/d' },
      'DATABASE_URL must be an address that begins with postgresql://, not what it is now.',
    ],
  ])('are refused with a sentence that names the wrong one, and shows no secret: %o', (variables, sentence) => {
    expect(() => readSettings(variables)).toThrow(sentence)
  })
})
