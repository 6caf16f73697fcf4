import { Anchor, Text } from '@mantine/core';
import { webAddress } from './web-address';

/** An address that somebody has typed: a link where it is one of the web (http, https), else only text. */
export function WebLink({ address }: { address: string }) {
  const to = webAddress(address);
  return to === undefined ? (
    <Text component="span" inherit className="breakable">
      {address}
    </Text>
  ) : (
    <Anchor href={to} inherit target="_blank" rel="noopener noreferrer nofollow" className="breakable">
      {address}
    </Anchor>
  );
}
