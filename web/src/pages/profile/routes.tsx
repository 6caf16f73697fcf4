import type { Area } from '@/app/area';

// The way here is the menu of the account, in the head of the shell.
const area: Area = {
  nav: [],
  signedIn: [{ path: '/profile', lazy: () => import('./profile') }],
};

export default area;
