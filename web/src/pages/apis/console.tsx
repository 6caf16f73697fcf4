import { Select, Stack } from '@mantine/core';
import type { ApiDocument } from '@/api/openapi';
import { Empty } from '@/parts/empty';
import { useFilters } from '@/parts/filters';
import { QueryView } from '@/parts/query-view';
import { useApiDocument } from '@/parts/use-api-document';
import { ConsoleRequest } from './console-request';
import { useOpened, type Application } from './data';
import { useTexts } from './texts';
import { WithApplication } from './with-application';

/** The test console: requests of the API to the sandbox of an application, with the application's own credentials. */
export function Component() {
  const t = useTexts();
  const { api } = useOpened();
  const document = useApiDocument(api.api);
  return (
    <WithApplication>
      {(application) => (
        <QueryView query={document} loading={t('loadingDocument')}>
          {(read) => <Console application={application} document={read} />}
        </QueryView>
      )}
    </WithApplication>
  );
}

function Console({ application, document }: { application: Application; document: ApiDocument }) {
  const t = useTexts();
  const { api } = useOpened();
  const [asked, setAsked] = useFilters(['operation', 'example', 'scenario']);
  const operation = document.operations.find((o) => o.id === asked.operation) ?? document.operations[0];
  if (!operation) {
    return <Empty title={t('noOperations')} />;
  }
  const examples = operation.body?.examples ?? [];
  const example = examples.find(([name]) => name === asked.example) ?? examples[0];
  const tags = [...new Set(document.operations.map((o) => o.tags[0] ?? ''))];
  return (
    <Stack gap="lg">
      <div className="console-choice">
        <Select
          label={t('operation')}
          data={tags.map((tag) => ({
            group: tag || t('otherOperations'),
            items: document.operations.filter((o) => (o.tags[0] ?? '') === tag).map((o) => ({ value: o.id, label: `${o.method} ${o.path} · ${o.summary}` })),
          }))}
          value={operation.id}
          onChange={(id) => setAsked({ operation: id ?? '', example: '' })}
          allowDeselect={false}
          searchable
        />
        {examples.length > 1 && (
          <Select
            label={t('example')}
            data={examples.map(([name]) => name)}
            value={example?.[0] ?? null}
            onChange={(name) => setAsked({ example: name ?? '' })}
            allowDeselect={false}
          />
        )}
      </div>
      <ConsoleRequest
        key={`${application.id} ${operation.id} ${example?.[0] ?? ''} ${asked.scenario}`}
        api={api.api}
        application={application}
        document={document}
        operation={operation}
        example={example?.[1]}
        scenario={asked.scenario}
      />
    </Stack>
  );
}
