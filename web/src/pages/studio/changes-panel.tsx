import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { portal, sandboxOf } from '@/api/clients';
import { answered } from '@/api/problem';
import { QueryView } from '@/parts/query-view';
import { useSandbox } from '@/parts/use-sandbox';
import { rulesIn, rulesOf } from './bank-text';
import { Difference } from './compare';
import { overlayFolder, useScenarios, useVersions, type Overlay } from './data';
import { useTexts } from './texts';

interface Props {
  overlay: Overlay;
  source: string;
  unsaved: boolean;
}

/** What the address says for the bank's rules, where it else names a version. */
const bank = 'bank';

/** What is different between the text in the editor and a version that was saved, or what the bank's rules are. */
export function ChangesPanel({ overlay, source, unsaved }: Props) {
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  const versions = useVersions(overlay.id);
  const latest = overlay.version;
  const asked = Number(search.get('with'));
  const before = Number.isInteger(asked) && asked >= 1 && asked <= latest ? asked : unsaved ? latest : Math.max(1, latest - 1);
  const chosen = search.get('with') === bank ? bank : String(before);
  const { publication } = overlay;
  const label = (version: number) => (version === publication?.version ? t('versionPublished', { version }) : t('version', { version }));
  const numbers = versions.data?.map((v) => v.version) ?? [before];
  return (
    <Stack gap="sm">
      <Select
        label={t('compareWith')}
        data={[...numbers.map((version) => ({ value: String(version), label: label(version) })), { value: bank, label: t('banksRules') }]}
        value={chosen}
        allowDeselect={false}
        onChange={(version) =>
          setSearch(
            (now) => {
              now.set('with', version ?? chosen);
              return now;
            },
            { replace: true },
          )
        }
      />
      {chosen === bank ? <SinceBank overlay={overlay} source={source} /> : <SinceVersion overlay={overlay} version={before} source={source} />}
    </Stack>
  );
}

function SinceVersion({ overlay, version, source }: { overlay: Overlay; version: number; source: string }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['overlays', overlay.id, 'versions', version],
    staleTime: Infinity,
    queryFn: () => answered(portal.GET('/overlays/{overlay}/versions/{version}', { params: { path: { overlay: overlay.id, version } } })),
  });
  return (
    <QueryView query={query} loading={t('loadingVersion')}>
      {(read) => <Changed label={t('changesSince', { version })} before={read.source ?? ''} after={source} same={t('noChanges')} />}
    </QueryView>
  );
}

function Changed({ label, before, after, same }: { label: string; before: string; after: string; same: string }) {
  return before === after ? (
    <Text size="sm" c="dimmed">
      {same}
    </Text>
  ) : (
    <Difference label={label} before={before} after={after} />
  );
}

/** The rules of the bank's default scenarios for the operations that the file speaks for, and the file's own. */
function SinceBank({ overlay, source }: { overlay: Overlay; source: string }) {
  const t = useTexts();
  const { chosen } = useSandbox();
  const { data: scenarios } = useScenarios(chosen?.id);
  const application = chosen?.id ?? '';
  const { api } = overlay;
  const query = useQuery({
    queryKey: ['sandbox', application, 'bank rules', api],
    enabled: scenarios !== undefined,
    queryFn: async () => {
      const banks = (scenarios ?? []).filter((s) => s.api === api && s.default && !s.file.startsWith(overlayFolder));
      const read = banks.map((s) => answered(sandboxOf(application).GET('/scenarios/{api}/{scenario}/files', { params: { path: { api, scenario: s.name } } })));
      return (await Promise.all(read)).flatMap(({ files }) => rulesIn(files[0]?.text ?? ''));
    },
  });
  const own = useMemo(() => rulesIn(source), [source]);
  const operations = own.map((r) => r.operation);
  return (
    <QueryView query={query} loading={t('loadingScenario')}>
      {(banks) => {
        const before = rulesOf(banks, operations);
        return (
          <>
            <Text size="sm" c="dimmed">
              {t(before === '' ? 'noBanksRules' : 'banksRulesText')}
            </Text>
            <Changed label={t('banksRules')} before={before} after={rulesOf(own, operations)} same={t('noChanges')} />
          </>
        );
      }}
    </QueryView>
  );
}
