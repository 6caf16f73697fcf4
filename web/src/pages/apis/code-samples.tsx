import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ApiDocument, Operation } from '@/api/openapi';
import { exampleOf, headersOf } from '@/api/request';
import { curl, golang, javascript, python, type Sample } from '@/api/samples';
import { CopyCode } from '@/parts/copy-field';
import { credentialsOf } from './credentials';
import { useTexts } from './texts';

const languages = { curl: ['curl', curl], javascript: ['JavaScript', javascript], go: ['Go', golang], python: ['Python', python] } as const;
type Language = keyof typeof languages;

/** The operation's own example as a request, with words in the place of credentials. */
function sampleOf(operation: Operation, document: ApiDocument): Sample {
  const { bearer, secrets } = credentialsOf(operation, document);
  const asked = { ...exampleOf(operation, document), authorization: bearer === undefined ? '' : 'Bearer TOKEN' };
  const headers = { ...headersOf(asked, 'CLIENT_ID'), ...Object.fromEntries(secrets.map((s) => [s.name, 'SECRET'])) };
  return { method: asked.method, url: window.location.origin + asked.path, headers: Object.entries(headers), body: asked.body };
}

/** The operation as it is called in some languages. */
export function CodeSamples({ operation, document }: { operation: Operation; document: ApiDocument }) {
  const t = useTexts();
  const [language, setLanguage] = useState<Language>('curl');
  const [label, write] = languages[language];
  return (
    <Stack gap="sm" className="bounded">
      <SegmentedControl
        aria-label={t('languageOfSample')}
        data={(Object.keys(languages) as Language[]).map((l) => ({ value: l, label: languages[l][0] }))}
        value={language}
        onChange={setLanguage}
        size="xs"
        w="fit-content"
      />
      <CopyCode code={write(sampleOf(operation, document))} what={t('sampleIn', { language: label })} />
    </Stack>
  );
}
