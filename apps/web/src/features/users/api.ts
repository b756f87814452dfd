import type { AnswerOf, RequestOf } from '@entente/shared/kernel/endpoint'
import { users } from '@entente/shared/users/contract'
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { isProblem } from '../../lib/api/problem.ts'
import { forgetDrafts } from '../../lib/form/drafts.ts'
import { setLocale } from '../../lib/i18n/i18n.ts'
import { paths } from '../../paths.ts'

/** The signed-in person, or null; that nobody is signed in is an answer, not an error. */
export const sessionQuery = queryOptions({
  queryKey: ['users', 'session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    try {
      return await call(users.session, {})
    } catch (error) {
      if (isProblem(error, 'not-signed-in')) return null
      throw error
    }
  },
})

export const serverQuery = queryOptions({
  queryKey: ['users', 'server'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => call(users.server, {}),
})

/** People of the institution, for assigning and naming. */
export const peopleQuery = queryOptions({
  queryKey: ['users', 'people'],
  queryFn: async () => (await call(users.people, {})).items,
})

/** The session is over: nothing that was read may stay on the screen or in memory. */
export const forgetSession = (client: QueryClient) => {
  client.setQueryData(sessionQuery.queryKey, null)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'users' })
}

/** A session has begun: nothing read before it may remain. */
const useNewSession = () => {
  const client = useQueryClient()
  return async (session: AnswerOf<typeof users.session>) => {
    await setLocale(session.user.locale)
    client.removeQueries()
    forgetDrafts(session.user.id)
    client.setQueryData(sessionQuery.queryKey, session)
  }
}

export const useSignIn = () => {
  const begin = useNewSession()
  return useMutation({
    mutationFn: (body: RequestOf<typeof users.signIn>['body']) => call(users.signIn, { body }),
    onSuccess: begin,
  })
}

export const useSetUp = () => {
  const begin = useNewSession()
  return useMutation({
    mutationFn: (body: RequestOf<typeof users.setUp>['body']) => call(users.setUp, { body }),
    onSuccess: begin,
  })
}

/** Leaves by loading the page anew, so that nothing of the session stays in memory. */
export const useSignOut = () =>
  useMutation({
    mutationFn: ({ everywhere }: { everywhere: boolean }) =>
      call(everywhere ? users.signOutEverywhere : users.signOut, {}),
    onSuccess: () => {
      forgetDrafts()
      location.assign(paths.signIn.href())
    },
  })
