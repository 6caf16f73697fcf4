import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a state means: it works, it waits for somebody, something is wrong, or it is out of use. */
export type Tone = 'good' | 'wait' | 'bad' | 'off';

/** The state of something, in a word. Its colour repeats the word, never replaces it. */
export function State({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge className="state" data-tone={tone} variant="default" tt="none" fw={600}>
      {children}
    </Badge>
  );
}
