import { useQuery } from '@tanstack/react-query'
import { SharedPage as Shared } from '../../features/shares/partner/pages/shared-page.tsx'
import { serverQuery } from '../../features/users/api.ts'
import { DemoRibbon } from '../shell/demo-ribbon.tsx'

/** A shared link, without the frame; demonstration data say so here too. */
export const SharedPage = () => {
  const { data } = useQuery(serverQuery)
  return (
    <>
      {data?.demo === true && (
        <header>
          <DemoRibbon />
        </header>
      )}
      <Shared />
    </>
  )
}
