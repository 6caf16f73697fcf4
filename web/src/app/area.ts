import type { Icon } from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import type { Language } from './texts';

/** One entry of the navigation. */
export interface NavItem {
  /** Where it leads, such as `/applications`. It is marked on that page and on those below it. */
  to: string;
  label: Record<Language, string>;
  icon: Icon;
  /** Who sees it: partners, the bank's staff, or everybody. */
  for: 'partner' | 'bank' | 'all';
  /** Where it stands: the least comes first. */
  order: number;
}

/** A part of the app: its pages, which are loaded when they are opened, and its entries in the navigation. */
export interface Area {
  nav: NavItem[];
  /** Pages before one is signed in: a card in the middle, no navigation. */
  outside?: RouteObject[];
  /** Pages in the shell that anybody can open. */
  anybody?: RouteObject[];
  /** Pages in the shell for whoever is signed in. */
  signedIn?: RouteObject[];
  /** Pages in the shell for people of a partner's organisation. */
  partner?: RouteObject[];
  /** Pages in the shell for the bank's staff. */
  bank?: RouteObject[];
}
