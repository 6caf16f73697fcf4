import { IconApps, IconFlask, IconListSearch, IconWebhook } from '@tabler/icons-react';
import type { Area } from '@/app/area';

const area: Area = {
  nav: [
    { to: '/applications', label: { en: 'Applications', hi: 'ऐप्लिकेशन' }, icon: IconApps, for: 'partner', order: 20 },
    { to: '/request-log', label: { en: 'Request log', hi: 'अनुरोध लॉग' }, icon: IconListSearch, for: 'partner', order: 30 },
    { to: '/sandbox-settings', label: { en: 'Sandbox', hi: 'सैंडबॉक्स' }, icon: IconFlask, for: 'partner', order: 35 },
    { to: '/webhooks', label: { en: 'Webhooks', hi: 'वेबहुक' }, icon: IconWebhook, for: 'partner', order: 38 },
  ],
  partner: [
    { path: '/applications', lazy: () => import('./list') },
    { path: '/applications/new', lazy: () => import('./create') },
    { path: '/request-log', handle: { tab: 'log' }, lazy: () => import('./choose') },
    { path: '/sandbox-settings', handle: { tab: 'sandbox' }, lazy: () => import('./choose') },
    { path: '/webhooks', handle: { tab: 'webhooks' }, lazy: () => import('./choose') },
    {
      path: '/applications/:application',
      lazy: () => import('./detail'),
      children: [
        { index: true, lazy: () => import('./overview') },
        { path: 'edit', lazy: () => import('./edit') },
        { path: 'auth', lazy: () => import('./auth') },
        { path: 'apis', lazy: () => import('./apis') },
        { path: 'journey', lazy: () => import('./journey') },
        { path: 'usage', lazy: () => import('./usage') },
        { path: 'log', lazy: () => import('./log') },
        { path: 'log/:entry', lazy: () => import('./entry') },
        { path: 'sandbox', lazy: () => import('./sandbox') },
        { path: 'simulate', lazy: () => import('./simulate') },
        { path: 'webhooks', lazy: () => import('./webhooks') },
      ],
    },
  ],
};

export default area;
