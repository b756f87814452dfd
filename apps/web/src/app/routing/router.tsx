import { createBrowserRouter, RouterProvider } from 'react-router'
import { routeTree } from './route-tree.tsx'

const router = createBrowserRouter(routeTree)

export const AppRouter = () => <RouterProvider router={router} />
