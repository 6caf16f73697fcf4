/** The address that a link may lead to: a text of somebody's that is one of http or https; undefined for any other. */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) {
    return undefined;
  }
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** A piece of a text; `to` is where it leads. */
export interface Piece {
  text: string;
  to?: string;
}

/** Divides a text into what leads to a page of one's own server and what does not. Links to anywhere else stay text. */
export function withOwnLinks(text: string, origin: string): Piece[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const to = webAddress(piece);
      return to !== undefined && new URL(to).origin === origin ? { text: piece, to } : { text: piece };
    });
}
