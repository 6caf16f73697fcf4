import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { idempotencyKey } from '@/api/clients';
import { CallFailed } from '@/api/problem';
import { divide } from './form-problem';
import { ProblemAlert } from './problem-alert';

interface Options<V, R> {
  form: UseFormReturnType<V>;
  /** Makes the call; `key` is for its `Idempotency-Key`, where it has one. */
  send: (values: V, key: string) => Promise<R>;
  onSuccess: (answer: R) => unknown;
  /**
   * The form's path for a place in the body, where the two differ; "" for none. Without it a field of the form's own
   * path (`getInputProps`) takes what is said about the place of that name.
   */
  fieldOf?: (path: string) => string;
}

interface Submit {
  /** For the form's `onSubmit`. */
  onSubmit: (event?: SubmitEvent<HTMLFormElement>) => void;
  busy: boolean;
  /** What the call was refused with, to be shown above the button; null before that. */
  alert: ReactNode;
  /** Forgets what the call was refused with. */
  reset: () => void;
}

/**
 * Whether a call was answered for good. Its Idempotency-Key gets the same answer from then on, and fits no form that was
 * corrected. Where nobody knows whether the call has done its work, the key stays, so that sending it again is safe.
 */
function isFinal(error: unknown): boolean {
  return error instanceof CallFailed && error.status >= 400 && error.status < 500 && error.code !== 'IDEMPOTENCY_KEY_IN_USE';
}

/**
 * Sends a form. What the server says about single places stands at their fields, the first of which is focused;
 * everything else stands in the alert.
 */
export function useSubmit<V extends Record<string, unknown>, R>({ form, send, onSuccess, fieldOf }: Options<V, R>): Submit {
  const known = (path: string): string | undefined => {
    const field = fieldOf ? fieldOf(path) : path;
    return field !== '' && form.getInputNode(field) ? field : undefined;
  };
  const focusFirst = (errors: object) => {
    const first = Object.keys(errors)[0];
    if (first !== undefined) {
      form.getInputNode(first)?.focus();
    }
  };
  const [key, setKey] = useState(idempotencyKey);
  const renew = () => setKey(idempotencyKey());
  const call = useMutation({
    mutationFn: (values: V) => send(values, key),
    onSuccess: (answer) => {
      renew();
      return onSuccess(answer);
    },
    onError: (error) => {
      if (isFinal(error)) {
        renew();
      }
      const { fields } = divide(error, known);
      form.setErrors(fields);
      focusFirst(fields);
    },
  });
  const submit = form.onSubmit(
    (values) => call.mutate(values),
    (errors) => focusFirst(errors),
  );
  return {
    onSubmit: submit,
    busy: call.isPending,
    alert: call.isError ? <ProblemAlert error={call.error} violations={divide(call.error, known).others} /> : null,
    reset: call.reset,
  };
}
