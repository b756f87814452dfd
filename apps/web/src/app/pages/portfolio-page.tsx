import { PortfolioPage as Portfolio } from '../../features/lifecycle/portfolio/pages/portfolio-page.tsx'
import { SavedViewsMenu } from '../../features/views/components/saved-views-menu.tsx'

/** The portfolio with the views people keep of it: two slices that do not know each other. */
export const PortfolioPage = () => <Portfolio views={<SavedViewsMenu programId={null} />} />
