import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { AskForMail } from './ask-for-mail';
import { useTexts } from './texts';

export function Component() {
  const t = useTexts();
  return <AskForMail title={t('resendTitle')} ask={(body) => answered(portal.POST('/registrations/activation-mail', { body }))} />;
}
