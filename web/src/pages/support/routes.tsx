import { IconHelpCircle } from '@tabler/icons-react';
import type { Area } from '@/app/area';
import { SignedIn } from '@/app/session';

const area: Area = {
  nav: [{ to: '/support', label: { en: 'Support', hi: 'सहायता' }, icon: IconHelpCircle, for: 'all', order: 70 }],
  anybody: [
    {
      lazy: () => import('./support'),
      children: [
        { path: '/support', lazy: () => import('./feedback') },
        {
          element: <SignedIn side="partner" />,
          children: [
            { path: '/support/contact', lazy: () => import('./contact') },
            { path: '/support/new-api', lazy: () => import('./new-api') },
          ],
        },
        { path: '/errors', lazy: () => import('./errors') },
      ],
    },
    { path: '/errors/:code', lazy: () => import('./error') },
  ],
};

export default area;
