import { Button, Group, MultiSelect, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode, SubmitEvent } from 'react';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import type { Application } from './application';
import { useTexts } from './texts';

/** What the form of an application holds. */
export interface Values extends Record<string, unknown> {
  name: string;
  platform: PortalSchemas['Platform'];
  description: string;
  partnerScope: string;
  oauthType: PortalSchemas['OAuthType'];
  oauthCallback: string;
  webhookUrl: string;
  apis: string[];
  groups: string[];
  accepted: Record<string, boolean>;
}

export type ApplicationForm = UseFormReturnType<Values>;

const platforms = ['web', 'android', 'ios', 'server', 'other'] as const;
const oauthTypes = ['2.0', '1.0', 'none'] as const;

/** The names of everything that can be chosen for an application. */
export interface Choices {
  apis: PortalSchemas['CatalogueApi'][];
  groups: PortalSchemas['ApiGroup'][];
}

/** The APIs and groups of the catalogue. Catalogues are small: what 200 do not hold is found by its search. */
export function useChoices() {
  return useQuery({
    queryKey: ['catalogue', 'choices'],
    queryFn: async (): Promise<Choices> => {
      const [{ apis }, { groups }] = await Promise.all([
        answered(portal.GET('/catalogue/apis', { params: { query: { limit: 200 } } })),
        answered(portal.GET('/catalogue/groups')),
      ]);
      return { apis, groups };
    },
    staleTime: 60_000,
  });
}

/** The form for a new application, or for one that there is. */
export function useApplicationForm(a?: Application, accepted: Record<string, boolean> = {}): ApplicationForm {
  const t = useTexts();
  const address = (v: string) => (v.trim() === '' || /^https?:\/\/\S+$/.test(v.trim()) ? null : t('badAddress'));
  return useForm<Values>({
    initialValues: {
      name: a?.name ?? '',
      platform: a?.platform ?? 'web',
      description: a?.description ?? '',
      partnerScope: a?.partnerScope ?? '',
      oauthType: a?.oauthType ?? '2.0',
      oauthCallback: a?.oauthCallback ?? '',
      webhookUrl: a?.webhookUrl ?? '',
      apis: a?.subscriptions.map((s) => s.api) ?? [],
      groups: [],
      accepted,
    },
    validate: {
      name: (v) => (v.trim() === '' ? t('needed') : null),
      oauthCallback: address,
      webhookUrl: address,
      apis: (v, { groups }) => (v.length === 0 && groups.length === 0 ? t('apiNeeded') : null),
      accepted: Object.fromEntries(Object.keys(accepted).map((k) => [k, (v: boolean) => (v ? null : t('acceptNeeded'))])),
    },
  });
}

/** What creating and changing have in common, as the API takes it: what is empty is left out. */
export function contentOf(v: Values): PortalSchemas['ApplicationChange'] {
  const description = v.description.trim();
  const partnerScope = v.partnerScope.trim();
  const oauthCallback = v.oauthCallback.trim();
  const webhookUrl = v.webhookUrl.trim();
  return {
    name: v.name.trim(),
    platform: v.platform,
    oauthType: v.oauthType,
    apis: v.apis,
    ...(description && { description }),
    ...(partnerScope && { partnerScope }),
    ...(oauthCallback && { oauthCallback }),
    ...(webhookUrl && { webhookUrl }),
  };
}

interface Props {
  form: ApplicationForm;
  choices: Choices;
  /** The partner scope cannot be changed once the application has been approved. */
  scopeFixed?: boolean;
  /** Whether groups can be chosen. */
  groups?: boolean;
  onSubmit: (event?: SubmitEvent<HTMLFormElement>) => void;
  busy: boolean;
  action: string;
  /** Where the other button leads. */
  cancel: string;
  /** What stands above the buttons: agreements, and why the bank's server refused. */
  children: ReactNode;
}

/** The fields of an application. */
export function ApplicationFields({ form, choices, scopeFixed = false, groups = false, onSubmit, busy, action, cancel, children }: Props) {
  const t = useTexts();
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw="40rem">
        <TextInput label={t('name')} required maxLength={200} {...form.getInputProps('name')} />
        <Select
          label={t('platform')}
          data={platforms.map((p) => ({ value: p, label: t(`platform-${p}`) }))}
          allowDeselect={false}
          {...form.getInputProps('platform')}
        />
        <Textarea label={t('description')} description={t('descriptionHint')} autosize minRows={2} maxLength={4000} {...form.getInputProps('description')} />
        <MultiSelect
          label={t('apis')}
          description={t('apisHint')}
          data={choices.apis.map((x) => ({ value: x.api, label: x.title }))}
          searchable
          required
          nothingFoundMessage={t('noneFound')}
          {...form.getInputProps('apis')}
        />
        {groups && choices.groups.length > 0 && (
          <MultiSelect
            label={t('groups')}
            description={t('groupsHint')}
            data={choices.groups.map((g) => ({ value: g.group, label: `${g.title} (${g.apis.join(', ')})` }))}
            {...form.getInputProps('groups')}
          />
        )}
        <Radio.Group label={t('oauthType')} description={t('oauthTypeHint')} {...form.getInputProps('oauthType')}>
          <Stack gap={6} mt={6}>
            {oauthTypes.map((o) => (
              <Radio key={o} value={o} label={t(`oauth_${o}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput label={t('oauthCallback')} description={t('oauthCallbackHint')} type="url" {...form.getInputProps('oauthCallback')} />
        <TextInput label={t('webhookUrl')} description={t('webhookUrlHint')} type="url" {...form.getInputProps('webhookUrl')} />
        <TextInput
          label={t('partnerScope')}
          description={t(scopeFixed ? 'partnerScopeFixed' : 'partnerScopeHint')}
          readOnly={scopeFixed}
          maxLength={200}
          {...form.getInputProps('partnerScope')}
        />
        {children}
        <Group justify="flex-end">
          <Button variant="default" component={Link} to={cancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
