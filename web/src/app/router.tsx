import { createBrowserRouter, type RouteObject } from 'react-router';
import { Loading } from '@/parts/loading';
import { areas } from './areas';
import { NotFound } from './not-found';
import { Outside } from './outside';
import { RouteFailed } from './route-failed';
import { SignedIn } from './session';
import { Shell } from './shell';

const pages = (of: 'outside' | 'anybody' | 'signedIn' | 'partner' | 'bank'): RouteObject[] => areas.flatMap((area) => area[of] ?? []);

/** All pages, by who can open them. What a page fails with is shown in its place, within the shell. */
export const router = createBrowserRouter([
  {
    element: <Outside />,
    hydrateFallbackElement: <Loading />,
    children: [{ errorElement: <RouteFailed />, children: pages('outside') }],
  },
  {
    element: <Shell />,
    hydrateFallbackElement: <Loading />,
    children: [
      {
        errorElement: <RouteFailed />,
        children: [
          ...pages('anybody'),
          { element: <SignedIn />, children: pages('signedIn') },
          { element: <SignedIn side="partner" />, children: pages('partner') },
          { element: <SignedIn side="bank" />, children: pages('bank') },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
