import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { QueryView } from '@/parts/query-view';
import { Difference } from './compare';
import { useVersions, type Overlay } from './data';
import { useTexts } from './texts';

interface Props {
  overlay: Overlay;
  source: string;
  unsaved: boolean;
}

/** What is different between the text in the editor and a version that was saved: the last, or another that is chosen. */
export function ChangesPanel({ overlay, source, unsaved }: Props) {
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  const versions = useVersions(overlay.id);
  const latest = overlay.version;
  const asked = Number(search.get('with'));
  const before = Number.isInteger(asked) && asked >= 1 && asked <= latest ? asked : unsaved ? latest : Math.max(1, latest - 1);
  const query = useQuery({
    queryKey: ['overlays', overlay.id, 'versions', before],
    staleTime: Infinity,
    queryFn: () => answered(portal.GET('/overlays/{overlay}/versions/{version}', { params: { path: { overlay: overlay.id, version: before } } })),
  });
  const { publication } = overlay;
  const label = (version: number) => (version === publication?.version ? t('versionPublished', { version }) : t('version', { version }));
  const listed = (versions.data ?? []).map((v) => ({ value: String(v.version), label: label(v.version) }));
  return (
    <Stack gap="sm">
      <Select
        label={t('compareWith')}
        data={listed.length > 0 ? listed : [{ value: String(before), label: label(before) }]}
        value={String(before)}
        allowDeselect={false}
        onChange={(version) =>
          setSearch(
            (now) => {
              now.set('with', version ?? String(before));
              return now;
            },
            { replace: true },
          )
        }
      />
      <QueryView query={query} loading={t('loadingVersion')}>
        {(version) =>
          (version.source ?? '') === source ? (
            <Text size="sm" c="dimmed">
              {t('noChanges')}
            </Text>
          ) : (
            <Difference label={t('changesSince', { version: before })} before={version.source ?? ''} after={source} />
          )
        }
      </QueryView>
    </Stack>
  );
}
