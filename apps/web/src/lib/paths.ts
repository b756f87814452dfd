/** Every address of the interface once: the pattern the router matches and the link that leads there. */
const fixed = <const P extends string>(path: P) => ({ path, href: () => path })
const withId = <const P extends string>(path: P) => ({
  path,
  href: (id: string) => path.replace(/:\w+/, encodeURIComponent(id)),
})

export const paths = {
  home: fixed('/'),
  signIn: { path: '/signin', href: (next?: string) => (next ? `/signin?next=${encodeURIComponent(next)}` : '/signin') },
  setup: fixed('/setup'),
  programs: fixed('/programs'),
  program: withId('/programs/:id'),
  programRequest: withId('/programs/:id/request'),
  programAnalysis: withId('/programs/:id/analysis'),
  programMemo: withId('/programs/:id/analysis/memo'),
  programDecision: withId('/programs/:id/decision'),
  programAgreements: withId('/programs/:id/agreements'),
  programActivities: withId('/programs/:id/activities'),
  programResources: withId('/programs/:id/resources'),
  programTransfer: withId('/programs/:id/transfer'),
  programPartners: withId('/programs/:id/partners'),
  programDocuments: withId('/programs/:id/documents'),
  programTimeline: withId('/programs/:id/timeline'),
  requests: fixed('/requests'),
  newRequest: fixed('/requests/new'),
  request: withId('/requests/:id'),
  analyses: fixed('/analyses'),
  approvals: fixed('/approvals'),
  allocations: fixed('/allocations'),
  allocation: withId('/allocations/:id'),
  ledger: fixed('/ledger'),
  organizations: fixed('/organizations'),
  organization: withId('/organizations/:id'),
  dashboards: fixed('/dashboards'),
  journal: fixed('/journal'),
  shared: { path: '/shared/:token', href: (token: string) => `/shared/${encodeURIComponent(token)}` },
} as const
