import { Button, Code } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { portal } from '@/api/clients';
import { done } from '@/api/problem';
import { usePerson } from '@/app/session';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { useOverlay } from './data';
import { keepDraft } from './draft';
import { useTexts } from './texts';
import { Workbench } from './workbench';

/** A scenario file of the organisation. */
export function Component() {
  const t = useTexts();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { id: person } = usePerson();
  const { overlay: id = '' } = useParams();
  const query = useOverlay(id);
  const [deleting, setDeleting] = useState(false);
  const remove = async () => {
    await done(portal.DELETE('/overlays/{overlay}', { params: { path: { overlay: id } } }));
    keepDraft(person, id, undefined);
    await navigate('/studio');
    cache.removeQueries({ queryKey: ['overlays', id], type: 'inactive' }); // what is still shown must not be asked for again
    void cache.invalidateQueries({ queryKey: ['overlays', 'list'] });
    void cache.invalidateQueries({ queryKey: ['sandbox'] });
  };
  const { data } = query;
  return (
    <>
      <PageHeader
        title={data?.title ?? data?.name ?? t('file')}
        text={data && <Code>{`${data.api}/${data.name}.yaml`}</Code>}
        back={{ to: '/studio', label: t('title') }}
        actions={
          data && (
            <Button variant="default" onClick={() => setDeleting(true)}>
              {t('delete')}
            </Button>
          )
        }
      />
      <QueryView query={query} loading={t('loadingFile')}>
        {(overlay) => <Workbench key={overlay.id} file={overlay.id} overlay={overlay} />}
      </QueryView>
      <ConfirmDialog
        opened={deleting}
        onClose={() => setDeleting(false)}
        title={t('deleteTitle')}
        text={t('deleteText')}
        action={t('delete')}
        danger
        onConfirm={remove}
      />
    </>
  );
}
