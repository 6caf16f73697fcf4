import { IconHome } from '@tabler/icons-react';
import type { Area } from '@/app/area';

const area: Area = {
  nav: [{ to: '/', label: { en: 'Home', hi: 'होम' }, icon: IconHome, for: 'all', order: 0 }],
  signedIn: [{ index: true, lazy: () => import('./home') }],
};

export default area;
