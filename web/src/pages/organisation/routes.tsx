import { IconBuilding } from '@tabler/icons-react';
import type { Area } from '@/app/area';

const area: Area = {
  nav: [{ to: '/organisation', label: { en: 'Organisation', hi: 'संगठन' }, icon: IconBuilding, for: 'partner', order: 60 }],
  partner: [
    {
      path: '/organisation',
      lazy: () => import('./organisation'),
      children: [
        { index: true, lazy: () => import('./overview') },
        { path: 'edit', lazy: () => import('./edit') },
        { path: 'members', lazy: () => import('./members') },
        { path: 'invitations', lazy: () => import('./invitations') },
        { path: 'plan', lazy: () => import('./plan') },
        { path: 'requests', lazy: () => import('./requests') },
        { path: 'agreements', lazy: () => import('./agreements') },
        { path: 'audit', lazy: () => import('./audit') },
      ],
    },
  ],
};

export default area;
