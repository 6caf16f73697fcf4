import {
  IconApps,
  IconBook2,
  IconBuilding,
  IconChartBar,
  IconHistory,
  IconInbox,
  IconMail,
  IconMessage2,
  IconSettings,
  IconStack2,
  IconUsers,
  IconUserShield,
} from '@tabler/icons-react';
import type { Area } from '@/app/area';

const area: Area = {
  nav: [
    { to: '/bank/reviews', label: { en: 'Reviews', hi: 'समीक्षाएँ' }, icon: IconInbox, for: 'bank', order: 10 },
    { to: '/bank/organisations', label: { en: 'Organisations', hi: 'संगठन' }, icon: IconBuilding, for: 'bank', order: 20 },
    { to: '/bank/applications', label: { en: 'Applications', hi: 'ऐप्लिकेशन' }, icon: IconApps, for: 'bank', order: 22 },
    { to: '/bank/people', label: { en: 'People', hi: 'लोग' }, icon: IconUsers, for: 'bank', order: 24 },
    { to: '/bank/staff', label: { en: 'Staff', hi: 'कर्मचारी' }, icon: IconUserShield, for: 'bank', order: 26 },
    { to: '/bank/plans', label: { en: 'Plans', hi: 'प्लान' }, icon: IconStack2, for: 'bank', order: 30 },
    { to: '/bank/catalogue', label: { en: 'Catalogue', hi: 'कैटलॉग' }, icon: IconBook2, for: 'bank', order: 35 },
    { to: '/bank/enquiries', label: { en: 'Enquiries', hi: 'पूछताछ' }, icon: IconMessage2, for: 'bank', order: 55 },
    { to: '/bank/usage', label: { en: 'Usage', hi: 'उपयोग' }, icon: IconChartBar, for: 'bank', order: 60 },
    { to: '/bank/audit', label: { en: 'Audit log', hi: 'ऑडिट लॉग' }, icon: IconHistory, for: 'bank', order: 65 },
    { to: '/bank/outbox', label: { en: 'Outbox', hi: 'आउटबॉक्स' }, icon: IconMail, for: 'bank', order: 70 },
    { to: '/bank/settings', label: { en: 'Settings', hi: 'सेटिंग' }, icon: IconSettings, for: 'bank', order: 80 },
  ],
  bank: [
    { path: '/bank/reviews', lazy: () => import('./reviews') },
    { path: '/bank/reviews/:request', lazy: () => import('./review') },
    { path: '/bank/organisations', lazy: () => import('./organisations') },
    {
      path: '/bank/organisations/:organisation',
      lazy: () => import('./organisation'),
      children: [
        { index: true, lazy: () => import('./organisation-overview') },
        { path: 'people', lazy: () => import('./people') },
        { path: 'applications', lazy: () => import('./applications') },
        { path: 'reviews', lazy: () => import('./reviews') },
        { path: 'agreements', lazy: () => import('./organisation-agreements') },
      ],
    },
    { path: '/bank/applications', lazy: () => import('./applications') },
    { path: '/bank/applications/:application', lazy: () => import('./application') },
    { path: '/bank/people', lazy: () => import('./people') },
    { path: '/bank/people/:person', lazy: () => import('./person') },
    { path: '/bank/staff', lazy: () => import('./staff') },
    { path: '/bank/plans', lazy: () => import('./plans') },
    {
      path: '/bank/catalogue',
      lazy: () => import('./catalogue'),
      children: [
        { index: true, lazy: () => import('./catalogue-apis') },
        { path: 'categories', handle: { shelf: 'categories' }, lazy: () => import('./catalogue-shelf') },
        { path: 'products', handle: { shelf: 'products' }, lazy: () => import('./catalogue-shelf') },
        { path: 'groups', handle: { shelf: 'groups' }, lazy: () => import('./catalogue-shelf') },
      ],
    },
    { path: '/bank/enquiries', lazy: () => import('./enquiries') },
    { path: '/bank/enquiries/:enquiry', lazy: () => import('./enquiry') },
    { path: '/bank/usage', lazy: () => import('./bank-usage') },
    { path: '/bank/audit', lazy: () => import('./audit') },
    { path: '/bank/outbox', lazy: () => import('./outbox') },
    { path: '/bank/outbox/:message', lazy: () => import('./message') },
    {
      path: '/bank/settings',
      lazy: () => import('./settings'),
      children: [
        { index: true, lazy: () => import('./settings-general') },
        { path: 'fields', lazy: () => import('./settings-fields') },
        { path: 'agreements', lazy: () => import('./settings-agreements') },
      ],
    },
  ],
};

export default area;
