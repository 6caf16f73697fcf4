import type { Area } from '@/app/area';

// The addresses of links in mails are those of internal/portal (links.go).
const area: Area = {
  nav: [],
  outside: [
    { path: '/sign-in', lazy: () => import('./sign-in') },
    { path: '/register', lazy: () => import('./register') },
    { path: '/activate', lazy: () => import('./activate') },
    { path: '/activation-mail', lazy: () => import('./activation-mail') },
    { path: '/forgotten-password', lazy: () => import('./forgotten-password') },
    { path: '/reset-password', lazy: () => import('./reset-password') },
    { path: '/confirm-email', lazy: () => import('./confirm-email') },
    { path: '/invitation', lazy: () => import('./invitation') },
  ],
};

export default area;
