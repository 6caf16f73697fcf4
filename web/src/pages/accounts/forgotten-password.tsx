import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { AskForMail } from './ask-for-mail';
import { useTexts } from './texts';

export function Component() {
  const t = useTexts();
  return (
    <AskForMail
      title={t('forgottenTitle')}
      text={t('forgottenText')}
      ask={(body) => answered(portal.POST('/password/forgotten', { body }))}
    />
  );
}
