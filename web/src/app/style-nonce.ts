/**
 * What the page's Content-Security-Policy lets style elements made by scripts be known by. It is another one for each
 * load of the page. Libraries that make such elements (Mantine, CodeMirror) are told it.
 */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
