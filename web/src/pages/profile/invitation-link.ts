/** The token in what somebody has pasted: it stands behind the # of the link in the mail, or is pasted alone; "" for none. */
export function tokenIn(pasted: string): string {
  const text = pasted.trim();
  const token = text.includes('#') ? text.slice(text.indexOf('#') + 1) : text;
  return /^[A-Za-z0-9_-]{16,}$/.test(token) ? token : '';
}
