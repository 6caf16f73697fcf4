import { portal } from '@/api/clients';
import { done } from '@/api/problem';
import { Card } from './card';
import { useTexts } from './texts';
import { LinkPage, ToSignIn } from './use-link';

export function Component() {
  const t = useTexts();
  return (
    <LinkPage
      title={t('confirmTitle')}
      text={t('confirmText')}
      button={t('confirmButton')}
      spend={(token) => done(portal.POST('/me/email/confirmation', { body: { token } }))}
      done={() => (
        <Card title={t('confirmDone')}>
          <ToSignIn />
        </Card>
      )}
    />
  );
}
