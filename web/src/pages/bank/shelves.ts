import { ifMatch, portal } from '@/api/clients';
import { answered, done } from '@/api/problem';
import type { Edition } from '@/parts/editor-dialog';
import type { Catalogue } from './data';
import { described, type NumberOrNone } from './fields';

// Categories, products and groups are managed alike: this says how each is read and written.

/** Something of the catalogue that is no API. */
export interface Item {
  id: string;
  title: string;
  description?: string;
  category?: string;
  apis: string[];
  order: number;
  version: number;
}

/** An item as its form has it. */
export interface ItemValues extends Record<string, unknown> {
  id: string;
  title: string;
  description: string;
  category: string | null;
  apis: string[];
  order: NumberOrNone;
}

export function editionOf(item?: Item): Edition<ItemValues> {
  return {
    values: {
      id: item?.id ?? '',
      title: item?.title ?? '',
      description: item?.description ?? '',
      category: item?.category ?? null,
      apis: item?.apis ?? [],
      order: item?.order ?? 0,
    },
    version: item?.version ?? 0,
  };
}

export type Shelf = 'categories' | 'products' | 'groups';

interface ShelfCalls {
  items: (catalogue: Catalogue) => Item[];
  /** Whether its items have APIs, and whether they are in a category. */
  apis: boolean;
  category: boolean;
  create: (values: ItemValues, key: string) => Promise<unknown>;
  change: (id: string, edition: Edition<ItemValues>) => Promise<unknown>;
  remove: (id: string) => Promise<void>;
}

const common = (v: ItemValues) => ({ title: v.title.trim(), ...described(v.description), order: Number(v.order) });
const inCategory = (v: ItemValues) => (v.category === null ? {} : { category: v.category });
const keyed = (key: string) => ({ header: { 'Idempotency-Key': key } });
const matched = (version: number) => ({ header: { 'If-Match': ifMatch(version) } });

export const shelves: Record<Shelf, ShelfCalls> = {
  categories: {
    items: ({ categories }) => categories.map(({ category: id, ...c }) => ({ id, apis: [], ...c })),
    apis: false,
    category: false,
    create: (v, key) => answered(portal.POST('/bank/catalogue/categories', { params: keyed(key), body: { category: v.id, ...common(v) } })),
    change: (category, { values, version }) =>
      answered(portal.PUT('/bank/catalogue/categories/{category}', { params: { path: { category }, ...matched(version) }, body: common(values) })),
    remove: (category) => done(portal.DELETE('/bank/catalogue/categories/{category}', { params: { path: { category } } })),
  },
  products: {
    items: ({ products }) => products.map(({ product: id, ...p }) => ({ id, ...p })),
    apis: true,
    category: true,
    create: (v, key) =>
      answered(portal.POST('/bank/catalogue/products', { params: keyed(key), body: { product: v.id, ...common(v), ...inCategory(v), apis: v.apis } })),
    change: (product, { values, version }) =>
      answered(
        portal.PUT('/bank/catalogue/products/{product}', {
          params: { path: { product }, ...matched(version) },
          body: { ...common(values), ...inCategory(values), apis: values.apis },
        }),
      ),
    remove: (product) => done(portal.DELETE('/bank/catalogue/products/{product}', { params: { path: { product } } })),
  },
  groups: {
    items: ({ groups }) => groups.map(({ group: id, ...g }) => ({ id, ...g })),
    apis: true,
    category: false,
    create: (v, key) => answered(portal.POST('/bank/catalogue/groups', { params: keyed(key), body: { group: v.id, ...common(v), apis: v.apis } })),
    change: (group, { values, version }) =>
      answered(portal.PUT('/bank/catalogue/groups/{group}', { params: { path: { group }, ...matched(version) }, body: { ...common(values), apis: values.apis } })),
    remove: (group) => done(portal.DELETE('/bank/catalogue/groups/{group}', { params: { path: { group } } })),
  },
};
