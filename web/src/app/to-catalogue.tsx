import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useShellTexts } from './shell-texts';

/** The way to the catalogue, where there is no navigation. */
export function ToCatalogue() {
  const t = useShellTexts();
  return (
    <Button component={Link} to="/catalogue" variant="subtle" size="compact-sm" px={4}>
      {t('catalogue')}
    </Button>
  );
}
