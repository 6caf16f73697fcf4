import { Alert, Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { useSession } from '@/app/session';
import { Empty } from '@/parts/empty';
import { given, useFilters } from '@/parts/filters';
import { ChoiceFilter, SearchField } from '@/parts/listing';
import { Loading } from '@/parts/loading';
import { PageHeader } from '@/parts/page-header';
import { ProblemAlert } from '@/parts/problem-alert';
import { ApiCard, Card, Cards, type Api } from './cards';
import { useTexts } from './texts';

const keys = ['text', 'category', 'product', 'group', 'featured'] as const;

/** What the catalogue is divided into. A part that cannot be read is a filter less, and the APIs are shown all the same. */
function useShelves() {
  const categories = useQuery({ queryKey: ['catalogue', 'categories'], queryFn: () => answered(portal.GET('/catalogue/categories')) });
  const products = useQuery({ queryKey: ['catalogue', 'products'], queryFn: () => answered(portal.GET('/catalogue/products')) });
  const groups = useQuery({ queryKey: ['catalogue', 'groups'], queryFn: () => answered(portal.GET('/catalogue/groups')) });
  return { categories: categories.data?.categories ?? [], products: products.data?.products ?? [], groups: groups.data?.groups ?? [] };
}

/** The catalogue of APIs, for everybody. */
export function Component() {
  const t = useTexts();
  const { data: person } = useSession();
  const [filters, setFilters] = useFilters(keys);
  const shelves = useShelves();
  const { text, category, product, group, featured } = filters;
  const query = useInfiniteQuery({
    queryKey: ['catalogue', 'apis', filters],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answered(
        portal.GET('/catalogue/apis', {
          params: {
            query: {
              limit: 60,
              ...given({ text, category, product, group, cursor: pageParam }),
              ...(featured === 'true' && { featured: true }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const filtered = keys.some((key) => filters[key] !== '');
  const clear = () => setFilters(Object.fromEntries(keys.map((key) => [key, ''])));
  return (
    <>
      <PageHeader title={t('catalogue')} text={t('catalogueText')} />
      <Stack gap="xl">
        {person === null && (
          <Alert color="brand">
            <Group justify="space-between" gap="sm">
              <Text size="sm">{t('visitor')}</Text>
              <Button component={Link} to="/register" size="compact-md">
                {t('register')}
              </Button>
            </Group>
          </Alert>
        )}
        <Filters filters={filters} setFilters={setFilters} shelves={shelves} />
        {query.isError ? (
          <ProblemAlert error={query.error} retry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <Loading text={t('loading')} />
        ) : (
          <>
            <Found apis={query.data.pages.flatMap((page) => page.apis)} categories={shelves.categories} filtered={filtered} onClear={clear} />
            {query.hasNextPage && (
              <Group justify="center">
                <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              </Group>
            )}
          </>
        )}
        {!filtered && <Shelves products={shelves.products} groups={shelves.groups} />}
      </Stack>
    </>
  );
}

interface FiltersProps {
  filters: Record<(typeof keys)[number], string>;
  setFilters: (change: Partial<FiltersProps['filters']>) => void;
  shelves: ReturnType<typeof useShelves>;
}

function Filters({ filters, setFilters, shelves }: FiltersProps) {
  const t = useTexts();
  const choices: ['category' | 'product' | 'group', { value: string; label: string }[]][] = [
    ['category', shelves.categories.map((c) => ({ value: c.category, label: c.title }))],
    ['product', shelves.products.map((p) => ({ value: p.product, label: p.title }))],
    ['group', shelves.groups.map((g) => ({ value: g.group, label: g.title }))],
  ];
  return (
    <Paper p="md" component="search">
      <Group gap="sm" align="end">
        <SearchField label={t('search')} value={filters.text} onChange={(text) => setFilters({ text })} />
        {choices
          .filter(([, data]) => data.length > 0)
          .map(([name, data]) => (
            <ChoiceFilter key={name} label={t(name)} value={filters[name]} choices={data} onChange={(value) => setFilters({ [name]: value })} />
          ))}
        <Checkbox
          label={t('featuredOnly')}
          checked={filters.featured === 'true'}
          onChange={(event) => setFilters({ featured: event.currentTarget.checked ? 'true' : '' })}
          mb={8}
        />
      </Group>
    </Paper>
  );
}

interface FoundProps {
  apis: Api[];
  categories: PortalSchemas['Category'][];
  filtered: boolean;
  onClear: () => void;
}

/** The APIs by category; those that the bank features stand before them. */
function Found({ apis, categories, filtered, onClear }: FoundProps) {
  const t = useTexts();
  if (apis.length === 0) {
    return filtered ? (
      <Empty title={t('noneFound')} text={t('noneFoundText')}>
        <Button variant="default" onClick={onClear}>
          {t('clear')}
        </Button>
      </Empty>
    ) : (
      <Empty title={t('none')} text={t('noneText')} />
    );
  }
  const titleOf = (api: Api) => categories.find((c) => c.category === api.category)?.title;
  if (filtered) {
    return (
      <Cards title={t('apis')} note={t('found', { count: apis.length })}>
        {apis.map((api) => (
          <ApiCard key={api.api} api={api} category={titleOf(api)} />
        ))}
      </Cards>
    );
  }
  const featured = apis.filter((api) => api.featured);
  const rest = apis.filter((api) => !api.featured);
  const others = rest.filter((api) => titleOf(api) === undefined);
  return (
    <>
      {featured.length > 0 && (
        <Cards title={t('featuredApis')}>
          {featured.map((api) => (
            <ApiCard key={api.api} api={api} category={titleOf(api)} />
          ))}
        </Cards>
      )}
      {categories.map((c) => {
        const within = rest.filter((api) => api.category === c.category);
        return within.length === 0 ? null : (
          <Cards key={c.category} title={c.title} text={c.description}>
            {within.map((api) => (
              <ApiCard key={api.api} api={api} />
            ))}
          </Cards>
        );
      })}
      {others.length > 0 && (
        <Cards title={t(others.length === apis.length ? 'apis' : 'otherApis')}>
          {others.map((api) => (
            <ApiCard key={api.api} api={api} />
          ))}
        </Cards>
      )}
    </>
  );
}

function Shelves({ products, groups }: { products: PortalSchemas['Product'][]; groups: PortalSchemas['ApiGroup'][] }) {
  const t = useTexts();
  const size = (count: number) => (
    <Text size="xs" c="dimmed">
      {t('found', { count })}
    </Text>
  );
  return (
    <>
      {products.length > 0 && (
        <Cards title={t('products')} text={t('productsText')}>
          {products.map((p) => (
            <Card key={p.product} to={`/catalogue/products/${p.product}`} title={p.title} text={p.description}>
              {size(p.apis.length)}
            </Card>
          ))}
        </Cards>
      )}
      {groups.length > 0 && (
        <Cards title={t('groups')} text={t('groupsText')}>
          {groups.map((g) => (
            <Card key={g.group} to={`/catalogue/groups/${g.group}`} title={g.title} text={g.description}>
              {size(g.apis.length)}
            </Card>
          ))}
        </Cards>
      )}
    </>
  );
}
