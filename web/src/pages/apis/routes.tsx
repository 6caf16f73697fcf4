import type { Area } from '@/app/area';

const area: Area = {
  nav: [],
  anybody: [
    { path: '/console/:api', lazy: () => import('./to-console') },
    {
      path: '/apis/:api',
      lazy: () => import('./api'),
      children: [
        { index: true, lazy: () => import('./overview') },
        { path: 'reference', lazy: () => import('./reference') },
        { path: 'reference/:operation', lazy: () => import('./reference') },
        { path: 'console', lazy: () => import('./console') },
        { path: 'magic-values', lazy: () => import('./magic-values') },
        { path: 'scenarios', lazy: () => import('./scenarios') },
        { path: 'errors', lazy: () => import('./errors') },
        { path: 'changelog', lazy: () => import('./changelog') },
        { path: 'downloads', lazy: () => import('./downloads') },
      ],
    },
  ],
};

export default area;
