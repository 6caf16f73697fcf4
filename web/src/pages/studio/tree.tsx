import { Anchor, Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '@/parts/empty';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { State } from '@/parts/state';
import { useSandbox } from '@/parts/use-sandbox';
import { overlayFolder, useOverlays, useScenarios, type Overlay, type ScenarioSummary } from './data';
import { useTexts } from './texts';
import './studio.css';

/** The scenario files by API: the organisation's own, and those of the bank. */
export function Component() {
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('q') ?? '';
  const { query, applications, chosen, choose } = useSandbox();
  const overlays = useOverlays();
  const scenarios = useScenarios(chosen?.id);
  const find = (q: string) => {
    setSearch(
      (now) => {
        now.set('q', q);
        if (q === '') {
          now.delete('q');
        }
        return now;
      },
      { replace: true },
    );
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        text={t('intro')}
        actions={
          <Button component={Link} to="/studio/new" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('newFile')}
          </Button>
        }
      />
      <Group mb="lg" gap="sm" align="end">
        <TextInput
          className="grow"
          label={t('find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={asked}
          onChange={(event) => find(event.currentTarget.value)}
        />
        {applications.length > 1 && (
          <Select
            label={t('sandboxOf')}
            data={applications.map((a) => ({ value: a.id, label: a.name }))}
            value={chosen?.id ?? null}
            onChange={(id) => id !== null && choose(id)}
            allowDeselect={false}
          />
        )}
      </Group>
      <QueryView query={overlays} loading={t('loadingFiles')}>
        {(own) => (
          <QueryView query={query} loading={t('loadingFiles')}>
            {() =>
              chosen ? (
                <QueryView query={scenarios} loading={t('loadingFiles')}>
                  {(loaded) => <Apis own={own} loaded={loaded} asked={asked} />}
                </QueryView>
              ) : (
                <Stack>
                  <Apis own={own} loaded={[]} asked={asked} />
                  <Empty title={t('noApplication')} text={t('noApplicationText')} />
                </Stack>
              )
            }
          </QueryView>
        )}
      </QueryView>
    </>
  );
}

function Apis({ own, loaded, asked }: { own: Overlay[]; loaded: ScenarioSummary[]; asked: string }) {
  const t = useTexts();
  const wanted = ({ name, title }: { name: string; title?: string }) => `${name} ${title ?? ''}`.toLowerCase().includes(asked.toLowerCase());
  const files = own.filter(wanted);
  const bank = loaded.filter((s) => !s.file.startsWith(overlayFolder)).filter(wanted);
  const apis = [...new Set([...files, ...bank].map(({ api }) => api))].sort();
  if (apis.length === 0) {
    return <Empty title={t('nothingFound')} text={t('nothingFoundText')} />;
  }
  return (
    <Stack gap="lg">
      {apis.map((api) => (
        <Paper key={api} p={{ base: 'md', sm: 'lg' }} component="section" aria-labelledby={`api-${api}`}>
          <Title order={2} id={`api-${api}`} mb="md">
            {api}
          </Title>
          <Stack gap="lg">
            <Own files={files.filter((o) => o.api === api)} api={api} loaded={loaded} />
            <Banks scenarios={bank.filter((s) => s.api === api)} />
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}

function Own({ files, api, loaded }: { files: Overlay[]; api: string; loaded: ScenarioSummary[] }) {
  const t = useTexts();
  return (
    <div>
      <Title order={3} mb="xs">
        {t('yours')}
      </Title>
      {files.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noneYet')}{' '}
          <Anchor component={Link} to={`/studio/new?api=${encodeURIComponent(api)}`} size="sm">
            {t('writeOne')}
          </Anchor>
        </Text>
      )}
      <ul className="plain-list studio-files">
        {files.map((o) => (
          <li key={o.id}>
            <File to={`/studio/overlays/${o.id}`} name={o.name} title={o.title}>
              {o.default && <State tone="good">{t('default')}</State>}
              {loaded.some((s) => s.api === api && s.name === o.name && s.selected) && <State tone="good">{t('selected')}</State>}
              {o.state === 'published' && <State tone="wait">{t('published')}</State>}
              {o.findings.length > 0 && <State tone="wait">{t('warnings', { count: o.findings.length })}</State>}
            </File>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Banks({ scenarios }: { scenarios: ScenarioSummary[] }) {
  const t = useTexts();
  if (scenarios.length === 0) {
    return null;
  }
  return (
    <div>
      <Title order={3} mb="xs">
        {t('banks')}
      </Title>
      <ul className="plain-list studio-files">
        {scenarios.map((s) => (
          <li key={s.name}>
            <File to={`/studio/scenarios/${encodeURIComponent(s.api)}/${encodeURIComponent(s.name)}`} name={s.name} title={s.title}>
              <Text size="xs" c="dimmed" className="figures">
                {t('rules', { count: s.rules })}
              </Text>
              {s.default && <State tone="good">{t('default')}</State>}
              {s.selected && <State tone="good">{t('selected')}</State>}
            </File>
          </li>
        ))}
      </ul>
    </div>
  );
}

function File({ to, name, title, children }: { to: string; name: string; title: string | undefined; children: React.ReactNode }) {
  return (
    <Group justify="space-between" gap="xs" py={6}>
      <div className="breakable">
        <Anchor component={Link} to={to} fw={600} ff="monospace" size="sm">
          {name}.yaml
        </Anchor>
        {title !== undefined && (
          <Text size="sm" c="dimmed">
            {title}
          </Text>
        )}
      </div>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}
