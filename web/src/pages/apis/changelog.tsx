import { useQuery } from '@tanstack/react-query';
import { readChangelog } from '@/api/documents';
import { CallFailed } from '@/api/problem';
import { Empty } from '@/parts/empty';
import { MarkdownText } from '@/parts/markdown';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useOpened } from './data';
import { useTexts } from './texts';

/** Reads the changelog; "" where the document has none. */
async function readIfAny(api: string): Promise<string> {
  try {
    return await readChangelog(api);
  } catch (error) {
    if (error instanceof CallFailed && error.status === 404) {
      return '';
    }
    throw error;
  }
}

/** What changed in each version of the API's document. */
export function Component() {
  const t = useTexts();
  const { api } = useOpened();
  const query = useQuery({ queryKey: ['changelog', api.api], queryFn: () => readIfAny(api.api), staleTime: Infinity });
  return (
    <Section title={t('tab_changelog')} text={t('changelogText')}>
      <QueryView query={query} loading={t('loadingChangelog')}>
        {(text) => (text === '' ? <Empty title={t('noChangelog')} text={t('noChangelogText')} /> : <MarkdownText text={text} />)}
      </QueryView>
    </Section>
  );
}
