/** A request as code makes it. */
export interface Sample {
  method: string;
  url: string;
  headers: readonly (readonly [string, string])[];
  /** "" for none. */
  body: string;
}

const shell = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The request as a line for a POSIX shell. */
export function curl({ method, url, headers, body }: Sample): string {
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${shell(url)}`,
    ...headers.map(([name, value]) => `-H ${shell(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`--data-raw ${shell(body)}`]),
  ].join(' \\\n  ');
}

// A text in JSON is a literal of JavaScript, of Go and of Python too.
const literal = (text: string) => JSON.stringify(text);

/** The request in JavaScript, for browsers and Node. */
export function javascript({ method, url, headers, body }: Sample): string {
  return [
    `const answer = await fetch(${literal(url)}, {`,
    `  method: ${literal(method)},`,
    ...(headers.length === 0 ? [] : ['  headers: {', ...headers.map(([name, value]) => `    ${literal(name)}: ${literal(value)},`), '  },']),
    ...(body === '' ? [] : [`  body: ${literal(body)},`]),
    '});',
    'console.log(answer.status, await answer.text());',
  ].join('\n');
}

/** The request in Go, with the standard library alone. */
export function golang({ method, url, headers, body }: Sample): string {
  return [
    `request, err := http.NewRequest(${literal(method)}, ${literal(url)}, ${body === '' ? 'nil' : `strings.NewReader(${literal(body)})`})`,
    'if err != nil {',
    '\treturn err',
    '}',
    ...headers.map(([name, value]) => `request.Header.Set(${literal(name)}, ${literal(value)})`),
    'answer, err := http.DefaultClient.Do(request)',
    'if err != nil {',
    '\treturn err',
    '}',
    'defer answer.Body.Close()',
    'text, err := io.ReadAll(answer.Body)',
    'if err != nil {',
    '\treturn err',
    '}',
    'fmt.Println(answer.Status, string(text))',
  ].join('\n');
}

/** The request in Python, with the standard library alone. */
export function python({ method, url, headers, body }: Sample): string {
  return [
    'from urllib.error import HTTPError',
    'from urllib.request import Request, urlopen',
    '',
    'request = Request(',
    `    ${literal(url)},`,
    `    method=${literal(method)},`,
    ...(headers.length === 0 ? [] : ['    headers={', ...headers.map(([name, value]) => `        ${literal(name)}: ${literal(value)},`), '    },']),
    ...(body === '' ? [] : [`    data=${literal(body)}.encode(),`]),
    ')',
    'try:',
    '    answer = urlopen(request)',
    'except HTTPError as refusal:',
    '    answer = refusal',
    'print(answer.status, answer.read().decode())',
  ].join('\n');
}
