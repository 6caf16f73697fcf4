import { sideOf, usePerson } from '@/app/session';
import { Empty } from '@/parts/empty';
import { PageHeader } from '@/parts/page-header';
import { BankHome } from './bank-home';
import { PartnerHome } from './partner-home';
import { useTexts } from './texts';

export function Component() {
  const t = useTexts();
  const person = usePerson();
  const side = sideOf(person);
  return (
    <>
      <PageHeader title={t('hello', { name: person.firstName })} text={person.organisation?.name} />
      {side === 'partner' && <PartnerHome />}
      {side === 'bank' && <BankHome />}
      {side === 'none' && <Empty title={t('noOrganisation')} text={t('noOrganisationText')} />}
    </>
  );
}
