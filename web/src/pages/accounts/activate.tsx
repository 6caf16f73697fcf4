import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { Card } from './card';
import { useTexts } from './texts';
import { LinkPage, ToSignIn } from './use-link';

export function Component() {
  const t = useTexts();
  return (
    <LinkPage
      title={t('activate')}
      text={t('activateText')}
      button={t('activateButton')}
      spend={(token) => answered(portal.POST('/registrations/activation', { body: { token } }))}
      again={{ to: '/activation-mail', label: t('resendTitle') }}
      done={({ username, organisation }) => (
        <Card title={t('activated')} text={organisation ? t('activatedText', { username, organisation: organisation.name }) : t('activatedAlone', { username })}>
          <ToSignIn />
        </Card>
      )}
    />
  );
}
