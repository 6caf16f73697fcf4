/** Everything that is read of an application's sandbox is below this key of the query cache. */
export const sandboxKey = (application: string) => ['sandbox', application] as const;
