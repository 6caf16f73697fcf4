import { isDeepStrictEqual } from 'node:util';

type Json = string | number | boolean | null | Json[] | { [member: string]: Json };

interface Interaction {
  description: string;
  providerStates?: { name: string }[];
  request: { path: string; headers?: Record<string, Json> } & Record<string, Json>;
}

/** A pact as the library writes it. */
export interface PactFile {
  consumer: { name: string };
  provider: { name: string };
  interactions: Interaction[];
  metadata: Record<string, Json>;
}

const consumer = 'sandbank-web';

/** Headers that must not get into a pact: credentials are the verifier's business. */
const credentials = ['x-api-key', 'x-application', 'authorization', 'cookie'];

const keyOf = ({ description, providerStates }: Interaction) => `${description} / ${(providerStates ?? []).map(({ name }) => name).join(', ')}`;

/** Makes one pact for each API out of the pacts of several tests. What two tests need alike is in it once. */
export function merged(parts: PactFile[]): PactFile[] {
  const byApi = new Map<string, Map<string, Interaction>>();
  for (const interaction of parts.flatMap((part) => part.interactions)) {
    const api = interaction.request.path.split('/')[1] ?? '';
    const of = byApi.get(api) ?? new Map<string, Interaction>();
    byApi.set(api, of);
    const key = keyOf(interaction);
    const known = of.get(key);
    if (known !== undefined && !isDeepStrictEqual(known, interaction)) {
      throw new Error(`two tests mean different interactions by "${key}"`);
    }
    of.set(key, interaction);
  }
  const pactSpecification = parts[0]?.metadata['pactSpecification'] ?? {};
  return [...byApi].sort().map(([name, of]) => ({
    consumer: { name: consumer },
    provider: { name },
    interactions: [...of].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, interaction]) => interaction),
    metadata: { pactSpecification },
  }));
}

/** Gives a pact in the form in which it is committed: members in order, and without what differs from run to run. */
export function committed(file: PactFile): string {
  for (const { description, request } of file.interactions) {
    const found = Object.keys(request.headers ?? {}).find((name) => credentials.includes(name.toLowerCase()));
    if (found !== undefined) {
      throw new Error(`"${description}" holds the credential ${found}`);
    }
  }
  return `${JSON.stringify(ordered(file as unknown as Json), null, 2)}\n`;
}

/** The same value with the members of objects in order. The library lists a matcher of a list once for each element. */
function ordered(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(ordered);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, name === 'matchers' && Array.isArray(member) ? once(member).map(ordered) : ordered(member)]),
  );
}

const once = (list: Json[]) => list.filter((one, i) => list.findIndex((other) => isDeepStrictEqual(one, other)) === i);
