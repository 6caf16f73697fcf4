import { isProblem, type components } from '@sandbank/portal';

export type Problem = components['schemas']['Problem'];
export type Violation = components['schemas']['Violation'];

/**
 * A call that was refused or has failed. `status` is 0 where there was no answer at all. `problem` is what the server
 * says (RFC 9457); whoever stands between may answer with something else, then it is undefined.
 */
export class CallFailed extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;
  readonly requestId: string | undefined;

  constructor(status: number, problem: Problem | undefined, requestId: string | undefined) {
    super(problem?.detail ?? problem?.title ?? (status === 0 ? 'no answer' : `status ${status}`));
    this.name = 'CallFailed';
    this.status = status;
    this.problem = problem;
    this.requestId = problem?.requestId ?? requestId;
  }

  /** The stable name of the kind of problem, "" where the answer is none. */
  get code(): string {
    return this.problem?.code ?? '';
  }
}

/** Tells whether a call was refused with one of some codes. */
export function refusedWith(error: unknown, ...codes: string[]): boolean {
  return error instanceof CallFailed && codes.includes(error.code);
}

/** What openapi-fetch gives for a call. */
export interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

async function settled<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new CallFailed(0, undefined, undefined);
  }
  if (!answer.response.ok) {
    const problem = isProblem(answer.error) ? answer.error : undefined;
    throw new CallFailed(answer.response.status, problem, answer.response.headers.get('X-Request-Id') ?? undefined);
  }
  return answer;
}

/** Gives what a call answers. It throws a {@link CallFailed} for every other answer than a success. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, response } = await settled(call);
  if (data === undefined || data === null) {
    throw new CallFailed(response.status, undefined, response.headers.get('X-Request-Id') ?? undefined);
  }
  return data;
}

/** Waits for a call whose answer has nothing to say (204). It throws a {@link CallFailed} like {@link answered}. */
export async function done(call: Promise<Answer<unknown>>): Promise<void> {
  await settled(call);
}
