import { IconBooks } from '@tabler/icons-react';
import type { Area } from '@/app/area';

const area: Area = {
  nav: [{ to: '/catalogue', label: { en: 'API catalogue', hi: 'API सूची' }, icon: IconBooks, for: 'partner', order: 10 }],
  anybody: [
    { path: '/catalogue', lazy: () => import('./catalogue') },
    { path: '/catalogue/products/:product', lazy: () => import('./product') },
    { path: '/catalogue/groups/:group', lazy: () => import('./group') },
  ],
};

export default area;
