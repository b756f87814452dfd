import type { Mutant } from './resources.mutations.ts'

/** The doors through which something could be had without saying why, by whom, or on what proof. */
export const doorsMutants: Mutant[] = [
  {
    defence: 'a reason says something',
    file: 'packages/shared/src/kernel/text.ts',
    without: "value === '' || lettersIn(value) >= min",
    by: "value === '' || min > 0",
    test: 'packages/shared/src/kernel/text.test.ts',
    name: 'says something',
  },
]
