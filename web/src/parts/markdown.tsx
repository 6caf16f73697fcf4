import { Anchor, Code, Title } from '@mantine/core';
import Markdown, { type Components } from 'react-markdown';

/** Gives an address that a text may lead to: one of the web, or a place of the page. */
function safeAddress(url: string): string {
  return /^(https?:\/\/|#)/i.test(url) ? url : '';
}

const headings = { h1: 3, h2: 3, h3: 4, h4: 5, h5: 6, h6: 6 } as const;

const components: Components = {
  ...Object.fromEntries(
    Object.entries(headings).map(([name, order]) => [name, ({ children }: { children?: React.ReactNode }) => <Title order={order}>{children}</Title>]),
  ),
  a: ({ href, children }) =>
    href === undefined || href === '' ? (
      <>{children}</>
    ) : (
      <Anchor href={href} inherit rel="noreferrer">
        {children}
      </Anchor>
    ),
  code: ({ children }) => <Code>{children}</Code>,
  pre: ({ children }) => <pre className="code">{children}</pre>,
};

/** A text in Markdown. HTML and pictures in it are left out, and links lead to the web alone. */
export function MarkdownText({ text }: { text: string }) {
  return (
    <div className="markdown">
      <Markdown skipHtml disallowedElements={['img']} urlTransform={safeAddress} components={components}>
        {text}
      </Markdown>
    </div>
  );
}
