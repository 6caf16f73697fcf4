import { IconFileCode } from '@tabler/icons-react';
import type { Area } from '@/app/area';

const area: Area = {
  nav: [
    { to: '/studio', label: { en: 'Scenario studio', hi: 'परिदृश्य स्टूडियो' }, icon: IconFileCode, for: 'partner', order: 40 },
    { to: '/bank/scenarios', label: { en: 'Scenarios', hi: 'परिदृश्य' }, icon: IconFileCode, for: 'bank', order: 50 },
  ],
  partner: [
    { path: '/studio', lazy: () => import('./tree') },
    { path: '/studio/new', lazy: () => import('./new') },
    { path: '/studio/overlays/:overlay', lazy: () => import('./overlay') },
    { path: '/studio/scenarios/:api/:scenario', lazy: () => import('./scenario') },
  ],
  bank: [
    { path: '/bank/scenarios', lazy: () => import('./review') },
    { path: '/bank/scenarios/:overlay', lazy: () => import('./reviewed') },
  ],
};

export default area;
