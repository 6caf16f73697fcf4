import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { PageHeader } from '@/parts/page-header';
import { QueryView } from '@/parts/query-view';
import { useApiDocument } from '@/parts/use-api-document';
import { useSandbox } from '@/parts/use-sandbox';
import { useScenarios } from './data';
import type { ApiDocument } from '@/api/openapi';
import { useTexts } from './texts';
import { Workbench } from './workbench';

/** What a new file begins with: a rule that matches the document's own example, where it has one. */
function template(api: string, operation: string, document: ApiDocument): string {
  const found = document.operations.find((o) => o.id === operation) ?? document.operations.find((o) => o.body) ?? document.operations[0];
  const example = found?.body?.examples[0]?.[1];
  const status = found?.answers.find((a) => a.status.startsWith('2'));
  const match = example !== undefined && typeof example === 'object' && example !== null ? `      match: {body: ${JSON.stringify(example)}}\n` : '';
  const answer = status?.examples[0] === undefined ? `{status: ${status?.status ?? '200'}}` : `{status: ${status.status}, example: ${status.examples[0][0]}}`;
  return `scenario: ${api}-of-ours\ntitle: What our tests need\napi: ${api}\ndefault: true\n\nrules:\n  ${found?.id ?? "'*'"}:\n    - name: our example\n${match}      respond: ${answer}\n`;
}

/** The text that another page hands on, such as a rule made of a request. */
function handedOn(state: unknown): string | undefined {
  return typeof state === 'object' && state !== null && 'source' in state && typeof state.source === 'string' ? state.source : undefined;
}

/** A new file. */
export function Component() {
  const t = useTexts();
  const source = handedOn(useLocation().state);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { chosen } = useSandbox();
  const scenarios = useScenarios(chosen?.id);
  const [key] = useState(() => crypto.randomUUID());
  const api = search.get('api') ?? scenarios.data?.[0]?.api ?? chosen?.subscriptions[0]?.api ?? '';
  const document = useApiDocument(api);
  return (
    <>
      <PageHeader title={t('newFile')} back={{ to: '/studio', label: t('title') }} />
      <QueryView query={document} loading={t('loadingApi')}>
        {(read) => (
          <Workbench
            key={key}
            file="new"
            start={source ?? template(api, search.get('operation') ?? '', read)}
            onCreated={(id) => void navigate(`/studio/overlays/${id}`, { replace: true })}
          />
        )}
      </QueryView>
    </>
  );
}
