import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sandboxOf } from '@/api/clients';
import { sandboxKey } from './sandbox-key';

type Client = ReturnType<typeof sandboxOf>;

/** Changes something in an application's sandbox, and reads what is shown of it again. */
export function useSandboxChange<V = void, R = unknown>(application: string, change: (sandbox: Client, value: V) => Promise<R>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (value: V) => change(sandboxOf(application), value),
    onSuccess: () => cache.invalidateQueries({ queryKey: sandboxKey(application) }),
  });
}
