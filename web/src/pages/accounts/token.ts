import { useState } from 'react';

/**
 * The token of the link that led here: it stands behind the #, so that no server and no referrer gets it. It is taken
 * out of the address at once, so that it is not in the browser's history; "" where there is none.
 */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const found = window.location.hash.slice(1);
    if (found !== '') {
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    }
    return found;
  });
  return token;
}
