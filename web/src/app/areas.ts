import accounts from '@/pages/accounts/routes';
import apis from '@/pages/apis/routes';
import applications from '@/pages/applications/routes';
import bank from '@/pages/bank/routes';
import catalogue from '@/pages/catalogue/routes';
import home from '@/pages/home/routes';
import organisation from '@/pages/organisation/routes';
import profile from '@/pages/profile/routes';
import studio from '@/pages/studio/routes';
import support from '@/pages/support/routes';
import type { Area } from './area';

/** All parts of the app. */
export const areas: Area[] = [accounts, home, catalogue, apis, applications, organisation, profile, support, bank, studio];
