import { Anchor, Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { refusedWith } from '@/api/problem';
import { ProblemAlert } from '@/parts/problem-alert';
import { Card } from './card';
import { useTexts } from './texts';
import { useLinkToken } from './token';

/** Says that a link has lost its token on the way. */
export function BrokenLink() {
  const t = useTexts();
  return <Card title={t('linkBroken')} text={t('linkBrokenText')} />;
}

/** The way to the sign-in page, as the button of a card. */
export function ToSignIn() {
  const t = useTexts();
  return (
    <Button component={Link} to="/sign-in" fullWidth>
      {t('toSignIn')}
    </Button>
  );
}

interface Props<R> {
  title: string;
  text: string;
  button: string;
  spend: (token: string) => Promise<R>;
  done: (answer: R) => ReactNode;
  /** Where to get another link, once this one does not work. */
  again?: { to: string; label: string };
}

/** A page that uses a link at the press of a button: programs that look into mails follow links, and press none. */
export function LinkPage<R>({ title, text, button, spend, done, again }: Props<R>) {
  const token = useLinkToken();
  const call = useMutation({ mutationFn: () => spend(token) });
  if (token === '') {
    return <BrokenLink />;
  }
  if (call.isSuccess) {
    return <>{done(call.data)}</>;
  }
  return (
    <Card title={title} text={text}>
      <Stack>
        {call.isError && <ProblemAlert error={call.error} />}
        {again && refusedWith(call.error, 'LINK_INVALID') && (
          <Anchor component={Link} to={again.to}>
            {again.label}
          </Anchor>
        )}
        <Button fullWidth loading={call.isPending} onClick={() => call.mutate()}>
          {button}
        </Button>
      </Stack>
    </Card>
  );
}
