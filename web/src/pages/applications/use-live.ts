import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { follow } from './tail';

/** Whether new entries show by themselves: not asked for, on its way, or yes. */
export type Live = 'off' | 'connecting' | 'on';

const again = 2000; // ms until a lost connection is tried again
const settle = 150; // ms to wait for more, so that a burst is read once

/**
 * Follows the journal while `wanted`, and reads what is below `key` again when there is something new. A connection that
 * is lost is made again, from where it was.
 */
export function useLive(application: string, key: readonly unknown[], wanted: boolean): Live {
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const below = JSON.stringify(key);
  useEffect(() => {
    if (!wanted) {
      return undefined;
    }
    const ended = new AbortController();
    let last = '';
    let due: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      due ??= setTimeout(() => {
        due = undefined;
        void cache.invalidateQueries({ queryKey: JSON.parse(below) as unknown[] });
      }, settle);
    };
    const run = async () => {
      while (!ended.signal.aborted) {
        try {
          await follow(application, last, ended.signal, {
            open: () => {
              setOpen(true);
              read();
            },
            entry: (id) => {
              last = id;
              read();
            },
          });
        } catch (failure) {
          if (!(failure instanceof DOMException || failure instanceof TypeError)) {
            throw failure; // only lost connections are tried again
          }
        }
        setOpen(false);
        await new Promise((resolve) => setTimeout(resolve, again));
      }
    };
    void run();
    return () => {
      clearTimeout(due);
      ended.abort();
    };
  }, [application, below, cache, wanted]);
  if (!wanted) {
    return 'off';
  }
  return open ? 'on' : 'connecting';
}
