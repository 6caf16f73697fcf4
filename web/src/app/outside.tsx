import { Button, Group } from '@mantine/core';
import { Suspense } from 'react';
import { Link, Outlet } from 'react-router';
import { Loading } from '@/parts/loading';
import { Brand } from './brand';
import { Preferences } from './preferences';
import { useShellTexts } from './shell-texts';
import { ToCatalogue } from './to-catalogue';

/** What stands around the pages before one is signed in. */
export function Outside() {
  const t = useShellTexts();
  return (
    <div className="outside">
      <a href="#content" className="skip">
        {t('skip')}
      </a>
      <header className="outside-head">
        <Group justify="space-between" wrap="nowrap">
          <Brand />
          <Group gap={4} wrap="nowrap">
            <ToCatalogue />
            <Button component={Link} to="/support" variant="subtle" size="compact-md">
              {t('support')}
            </Button>
            <Preferences />
          </Group>
        </Group>
      </header>
      <main id="content" className="outside-main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
