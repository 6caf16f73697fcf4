import type { SandboxSchemas } from './clients';
import { readable } from './request';
import { curl } from './samples';

type Entry = SandboxSchemas['JournalEntry'];
type Body = SandboxSchemas['RecordedBody'];

/** What is secret is written like this in the journal. */
const masked = '***';

/** Headers that curl makes by itself, or that say nothing about the request. */
const ofTransport = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'user-agent', 'x-request-id', 'transfer-encoding']);

/** What stands in the place of a header that is masked. */
const placeholder = (header: string): string => {
  switch (header.toLowerCase()) {
    case 'x-api-key':
      return 'CLIENT_ID';
    case 'authorization':
      return 'Bearer TOKEN';
    default:
      return 'SECRET';
  }
};

/** The request of an entry as a line for a POSIX shell, with placeholders for what is secret. */
export function curlOf(entry: Entry, origin: string): string {
  const { target, headers, body } = entry.request;
  const sent = headers.filter(({ name }) => !ofTransport.has(name.toLowerCase()));
  return curl({
    method: entry.method,
    url: origin + target,
    headers: sent.map(({ name, value }) => [name, value.includes(masked) ? placeholder(name) : value]),
    body: body.text ?? '',
  });
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function parsed(body: Body): Json | undefined {
  try {
    return body.text === undefined ? undefined : (JSON.parse(body.text) as Json);
  } catch {
    return undefined;
  }
}

/** A body as text to read: JSON with its lines, anything else as it is; undefined where it is no text. */
export function readableBody(body: Body): string | undefined {
  return body.text === undefined ? undefined : readable(body.text);
}

/** Without members that are masked, at any depth; undefined where nothing is left. */
function unmasked(value: Json): Json | undefined {
  if (typeof value === 'string') {
    return value.includes(masked) ? undefined : value;
  }
  if (Array.isArray(value)) {
    return value.some((v) => unmasked(v) === undefined) ? undefined : value;
  }
  if (value !== null && typeof value === 'object') {
    const kept = Object.entries(value).flatMap(([k, v]): [string, Json][] => {
      const inner = unmasked(v);
      return inner === undefined || k.startsWith('$') ? [] : [[k, inner]];
    });
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  }
  return value;
}

/** Texts of an answer that mean themselves: `${` begins an expression in scenarios. */
function literal(value: Json): Json {
  if (typeof value === 'string') {
    return value.replaceAll('${', () => '$${');
  }
  if (Array.isArray(value)) {
    return value.map(literal);
  }
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, literal(v)])) : value;
}

/** The rule that answers requests like this one as it was answered: what is sent to set it, or written into a file. */
export interface RuleOf {
  name: string;
  match?: { query?: Record<string, Json>; body?: Json };
  respond: Record<string, Json>;
}

/** Makes a rule of an entry: it matches the query and the body that were sent, but for what is secret. */
export function ruleOf(entry: Entry): RuleOf {
  const query = Object.fromEntries(new URLSearchParams(entry.request.target.split('?')[1] ?? ''));
  const sent = parsed(entry.request.body);
  const body = sent === undefined ? undefined : unmasked(sent);
  const kept = unmasked(query) as Record<string, Json> | undefined;
  const match = { ...(kept && { query: kept }), ...(body !== undefined && { body }) };
  const answer = parsed(entry.answer.body);
  const respond: Record<string, Json> =
    entry.problem === undefined ? { status: entry.status, ...(answer !== undefined && { body: literal(answer) }) } : { problem: entry.problem };
  return {
    name: `as in request ${entry.id}`,
    ...(Object.keys(match).length > 0 && { match }),
    respond,
  };
}

const indented = (text: string, by: string) => text.replaceAll('\n', `\n${by}`);

/** A scenario file with that rule. JSON is YAML, so parts of it are written as JSON. */
export function scenarioOf(entry: Entry): string {
  const { name, match, respond } = ruleOf(entry);
  const json = (value: unknown) => indented(JSON.stringify(value, null, 2), '      ');
  return [
    `scenario: from-request-${entry.id}`,
    `title: What request ${entry.id} was answered with`,
    `api: ${entry.api ?? ''}`,
    'rules:',
    `  ${entry.operation ?? ''}:`,
    `    - name: ${name}`,
    ...(match ? [`      match: ${json(match)}`] : []),
    `      respond: ${json(respond)}`,
    '',
  ].join('\n');
}
