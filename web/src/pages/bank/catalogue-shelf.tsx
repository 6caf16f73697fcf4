import { Button, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMatches } from 'react-router';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable, type Column } from '@/parts/data-table';
import { EditorDialog, EditorForm } from '@/parts/editor-dialog';
import { Empty } from '@/parts/empty';
import { Section } from '@/parts/section';
import { useOpenedCatalogue } from './catalogue';
import { catalogueQuery, useApiChoices, useApiTitle, useBankChanged, useIsBankAdmin } from './data';
import { useChecks } from './fields';
import { RowActions } from './row-actions';
import { editionOf, shelves, type Item, type Shelf } from './shelves';
import { useTexts } from './texts';

/** The categories, the products or the groups of the catalogue. */
export function Component() {
  const { shelf } = useMatches().at(-1)?.handle as { shelf: Shelf };
  return <Items key={shelf} shelf={shelf} />;
}

function Items({ shelf }: { shelf: Shelf }) {
  const t = useTexts();
  const title = useApiTitle();
  const changed = useBankChanged();
  const admin = useIsBankAdmin();
  const catalogue = useOpenedCatalogue();
  const [editing, setEditing] = useState<{ item?: Item }>();
  const [deleting, setDeleting] = useState<Item>();
  const calls = shelves[shelf];
  const items = calls.items(catalogue).sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
  const columns: Column<Item>[] = [
    { label: t('identifier'), cell: (i) => <code className="breakable">{i.id}</code> },
    ...(calls.category ? [{ label: t('category'), cell: (i: Item) => catalogue.categories.find((c) => c.category === i.category)?.title ?? '–' }] : []),
    ...(calls.apis ? [{ label: t('apis'), cell: (i: Item) => i.apis.map(title).join(', ') || '–' }] : []),
    { label: t('order'), numeric: true, cell: (i) => i.order },
    ...(admin
      ? [{ label: t('actions'), numeric: true, cell: (i: Item) => <RowActions name={i.title} onEdit={() => setEditing({ item: i })} onDelete={() => setDeleting(i)} /> }]
      : []),
  ];
  return (
    <Section
      title={t(shelf)}
      text={t(`${shelf}Text`)}
      actions={
        admin && (
          <Button size="xs" variant="default" onClick={() => setEditing({})}>
            {t(`new_${shelf}`)}
          </Button>
        )
      }
    >
      <DataTable
        caption={t(shelf)}
        rows={items}
        rowKey={(i) => i.id}
        empty={<Empty title={t('none')} />}
        columns={[{ label: t('titleOf'), cell: (i) => <span className="breakable">{i.title}</span> }, ...columns]}
      />
      <EditorDialog subject={editing} onClose={() => setEditing(undefined)} title={({ item }) => (item ? t('editOf', { name: item.title }) : t(`new_${shelf}`))}>
        {({ item }) => <Editor shelf={shelf} item={item} onClose={() => setEditing(undefined)} />}
      </EditorDialog>
      <ConfirmDialog
        opened={deleting !== undefined}
        onClose={() => setDeleting(undefined)}
        title={t('deleteOf', { name: deleting?.title ?? '' })}
        text={t(`delete_${shelf}`)}
        action={t('delete')}
        danger
        onConfirm={async () => {
          await calls.remove(deleting?.id ?? '');
          await changed();
        }}
      />
    </Section>
  );
}

function Editor({ shelf, item, onClose }: { shelf: Shelf; item: Item | undefined; onClose: () => void }) {
  const t = useTexts();
  const cache = useQueryClient();
  const changed = useBankChanged();
  const choices = useApiChoices();
  const { categories } = useOpenedCatalogue();
  const { needed, identifier } = useChecks();
  const calls = shelves[shelf];
  return (
    <EditorForm
      initial={editionOf(item)}
      names={{ title: t('titleOf'), description: t('description'), category: t('category'), apis: t('apis'), order: t('order') }}
      validate={{ id: identifier, title: needed, order: (v) => (v === '' ? t('needed') : null) }}
      // The name of a new one is called after the kind of thing in the body.
      fieldOf={(path) => (['product', 'group'].includes(path) || (path === 'category' && shelf === 'categories') ? 'id' : path)}
      send={(edition, key) => (item ? calls.change(item.id, edition) : calls.create(edition.values, key))}
      newest={async () => {
        const found = calls.items(await cache.query({ ...catalogueQuery, staleTime: 0 })).find((i) => i.id === item?.id);
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
          {!item && <TextInput label={t('identifier')} description={t('identifierHint')} required maxLength={64} {...form.getInputProps('id')} />}
          <TextInput label={t('titleOf')} required maxLength={200} {...form.getInputProps('title')} />
          <Textarea label={t('description')} autosize minRows={2} maxLength={4000} {...form.getInputProps('description')} />
          {calls.category && (
            <Select
              label={t('category')}
              placeholder={t('none')}
              data={categories.map((c) => ({ value: c.category, label: c.title }))}
              clearable
              {...form.getInputProps('category')}
            />
          )}
          {calls.apis && <MultiSelect label={t('apis')} description={t('itemApisHint')} data={choices} searchable {...form.getInputProps('apis')} />}
          <NumberInput label={t('order')} description={t('orderHint')} required min={0} max={1000000} allowDecimal={false} {...form.getInputProps('order')} />
        </>
      )}
    </EditorForm>
  );
}
