import { Badge, Checkbox, Group, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { DataTable } from '@/parts/data-table';
import { EditorDialog, EditorForm, type Edition } from '@/parts/editor-dialog';
import { Section } from '@/parts/section';
import { State } from '@/parts/state';
import { useOpenedCatalogue } from './catalogue';
import { catalogueQuery, plansQuery, useBankChanged, useIsBankAdmin, type Catalogue } from './data';
import { useChecks, type NumberOrNone } from './fields';
import { RowActions } from './row-actions';
import { useTexts } from './texts';

type Entry = PortalSchemas['CatalogueEntry'];

interface Values extends Record<string, unknown> {
  title: string;
  summary: string;
  category: string | null;
  featured: boolean;
  published: boolean;
  test: boolean;
  order: NumberOrNone;
  plans: string[];
  productionUrl: string;
}

const editionOf = (e: Entry): Edition<Values> => ({
  values: {
    title: e.title,
    summary: e.summary,
    category: e.category ?? null,
    featured: e.featured,
    published: e.published,
    test: e.test,
    order: e.order,
    plans: e.plans,
    productionUrl: e.productionUrl ?? '',
  },
  version: e.version,
});

/** The entries of the APIs: what the catalogue says about each, and whether it says it to anybody. */
export function Component() {
  const t = useTexts();
  const catalogue = useOpenedCatalogue();
  const admin = useIsBankAdmin();
  const [editing, setEditing] = useState<Entry>();
  const { apis, categories, products, groups } = catalogue;
  const within = (api: string) => [...products, ...groups].filter((x) => x.apis.includes(api)).map((x) => x.title);
  return (
    <Section title={t('apis')} text={t('entriesText')}>
      <DataTable
        caption={t('apis')}
        rows={[...apis].sort((a, b) => a.order - b.order || a.api.localeCompare(b.api))}
        rowKey={(e) => e.api}
        empty={t('none')}
        columns={[
          {
            label: t('titleOf'),
            cell: (e) => (
              <Group gap={6} component="span">
                <span className="breakable">{e.title}</span>
                {e.featured && (
                  <Badge variant="default" size="sm" tt="none">
                    {t('featured')}
                  </Badge>
                )}
                {e.test && (
                  <Badge variant="default" size="sm" tt="none">
                    {t('testApi')}
                  </Badge>
                )}
              </Group>
            ),
          },
          { label: t('state'), cell: (e) => <State tone={e.published ? 'good' : 'off'}>{t(e.published ? 'published' : 'notPublished')}</State> },
          { label: t('category'), cell: (e) => categories.find((c) => c.category === e.category)?.title ?? '–' },
          { label: t('within'), cell: (e) => within(e.api).join(', ') || '–' },
          { label: t('order'), numeric: true, cell: (e) => e.order },
          ...(admin ? [{ label: t('actions'), numeric: true, cell: (e: Entry) => <RowActions name={e.title} onEdit={() => setEditing(e)} /> }] : []),
        ]}
      />
      <EditorDialog subject={editing} onClose={() => setEditing(undefined)} title={(e) => t('editOf', { name: e.title })} size="lg">
        {(entry) => <Editor entry={entry} catalogue={catalogue} onClose={() => setEditing(undefined)} />}
      </EditorDialog>
    </Section>
  );
}

function Editor({ entry, catalogue, onClose }: { entry: Entry; catalogue: Catalogue; onClose: () => void }) {
  const t = useTexts();
  const cache = useQueryClient();
  const changed = useBankChanged();
  const { needed } = useChecks();
  const plans = useQuery(plansQuery).data?.api ?? [];
  return (
    <EditorForm
      initial={editionOf(entry)}
      names={{
        title: t('titleOf'),
        summary: t('summary'),
        category: t('category'),
        featured: t('featuredHint'),
        published: t('publishedHint'),
        test: t('testHint'),
        order: t('order'),
        plans: t('entryPlans'),
        productionUrl: t('productionUrl'),
      }}
      validate={{ title: needed, order: (v) => (v === '' ? t('needed') : null) }}
      send={({ values: v, version }) =>
        answered(
          portal.PUT('/bank/catalogue/apis/{api}', {
            params: { path: { api: entry.api }, header: { 'If-Match': ifMatch(version) } },
            body: {
              title: v.title.trim(),
              summary: v.summary.trim(),
              ...(v.category !== null && { category: v.category }),
              featured: v.featured,
              published: v.published,
              test: v.test,
              order: Number(v.order),
              plans: v.plans,
              ...(v.productionUrl.trim() && { productionUrl: v.productionUrl.trim() }),
            },
          }),
        )
      }
      newest={async () => {
        const found = (await cache.query({ ...catalogueQuery, staleTime: 0 })).apis.find((e) => e.api === entry.api);
        return found && editionOf(found);
      }}
      onDone={async () => {
        onClose();
        await changed();
      }}
      onCancel={onClose}
      action={t('save')}
    >
      {(form) => (
        <>
          <TextInput label={t('titleOf')} required maxLength={200} {...form.getInputProps('title')} />
          <Textarea label={t('summary')} autosize minRows={3} maxLength={4000} {...form.getInputProps('summary')} />
          <Group grow align="end">
            <Select
              label={t('category')}
              placeholder={t('none')}
              data={catalogue.categories.map((c) => ({ value: c.category, label: c.title }))}
              clearable
              {...form.getInputProps('category')}
            />
            <NumberInput label={t('order')} description={t('orderHint')} required min={0} max={1000000} allowDecimal={false} {...form.getInputProps('order')} />
          </Group>
          <Checkbox label={t('publishedHint')} {...form.getInputProps('published', { type: 'checkbox' })} />
          <Checkbox label={t('featuredHint')} {...form.getInputProps('featured', { type: 'checkbox' })} />
          <Checkbox label={t('testHint')} {...form.getInputProps('test', { type: 'checkbox' })} />
          <MultiSelect label={t('entryPlans')} data={plans.map((p) => ({ value: p.name, label: p.title }))} {...form.getInputProps('plans')} />
          <TextInput label={t('productionUrl')} description={t('productionUrlHint')} type="url" {...form.getInputProps('productionUrl')} />
        </>
      )}
    </EditorForm>
  );
}
