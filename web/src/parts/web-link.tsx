import { Anchor, Text } from '@mantine/core';

/** An address that somebody has typed: a link where it is one of the web (http, https), else only text. */
export function WebLink({ address }: { address: string }) {
  const protocol = URL.canParse(address) ? new URL(address).protocol : '';
  if (protocol !== 'https:' && protocol !== 'http:') {
    return (
      <Text component="span" inherit className="breakable">
        {address}
      </Text>
    );
  }
  return (
    <Anchor href={address} inherit target="_blank" rel="noopener noreferrer" className="breakable">
      {address}
    </Anchor>
  );
}
