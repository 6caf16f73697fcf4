import { Link } from 'react-router';
import { useProgramme } from './programme';
import { useShellTexts } from './shell-texts';

/** The bank's name and the portal's, as the link to the first page. */
export function Brand() {
  const t = useShellTexts();
  const { data } = useProgramme();
  return (
    <Link to="/" className="brand">
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span>
        {data?.bankName ?? 'sandbank'} <small>{t('product')}</small>
      </span>
    </Link>
  );
}
