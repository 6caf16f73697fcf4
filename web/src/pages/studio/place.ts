/** A step of the way into a YAML text: the name of a member, or `[]` for an element of a list. */
export type Step = string;

/** Where in a YAML text something is typed. */
export interface Place {
  /** The way to the mapping or the value that is typed in. */
  path: Step[];
  /** Whether the name of a member is typed, or a value. Of an element of a list it may become either. */
  kind: 'name' | 'value';
  /** What has been typed of it. */
  typed: string;
  /** Whether it is written in braces or brackets. */
  flow: boolean;
}

interface Level {
  indent: number;
  step: Step;
}

const member = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'{}[\],&*!|>%@`-][^#:]*?|-[^\s#:][^#:]*?)\s*:(?=\s|$)/;
const blockScalar = /:\s*[|>][-+0-9]*\s*(#.*)?$/;

function unquoted(name: string): string {
  return /^["'].*["']$/.test(name) ? name.slice(1, -1) : name;
}

/** Takes away the levels that end where something begins at an indent. An element may stand as far left as its list's name. */
function close(levels: Level[], indent: number, element: boolean): void {
  for (let top = levels.at(-1); top; top = levels.at(-1)) {
    if (top.indent < indent || (element && top.indent === indent && top.step !== '[]')) {
      return;
    }
    levels.pop();
  }
}

/** Takes a line's steps into the levels, and gives what stands behind them and whether that is a member's value. */
function enter(levels: Level[], line: string): { rest: string; valued: boolean } {
  let at = line.length - line.trimStart().length;
  let rest = line.slice(at);
  let begun = false;
  for (let dash = /^-(\s+|$)/.exec(rest); dash; dash = /^-(\s+|$)/.exec(rest)) {
    close(levels, at, true);
    levels.push({ indent: at, step: '[]' });
    at += dash[0].length;
    rest = rest.slice(dash[0].length);
    begun = true;
  }
  const named = member.exec(rest);
  if (named) {
    close(levels, at, false);
    levels.push({ indent: at, step: unquoted(named[1] ?? '') });
    return { rest: rest.slice(named[0].length), valued: true };
  }
  if (!begun || rest !== '') {
    close(levels, at, false);
  }
  return { rest, valued: false };
}

interface Open {
  brace: boolean;
  name: string | undefined;
}

/** Reads what is written in braces and brackets, up to its end, and gives the place there. */
function inFlow(path: Step[], text: string): Place {
  const open: Open[] = [];
  let token = '';
  let quote = '';
  for (const c of text) {
    const top = open.at(-1);
    if (quote !== '') {
      quote = c === quote ? '' : quote;
      token += c;
    } else if ((c === '"' || c === "'") && token.trim() === '') {
      quote = c;
      token = c;
    } else if ((c === '{' || c === '[') && !token.endsWith('$')) {
      open.push({ brace: c === '{', name: undefined });
      token = '';
    } else if ((c === '}' || c === ']') && top) {
      open.pop();
      token = '';
    } else if (c === ',' && top) {
      top.name = undefined;
      token = '';
    } else if (c === ':' && top?.brace === true && top.name === undefined) {
      top.name = unquoted(token.trim());
      token = '';
    } else {
      token += c;
    }
  }
  const way = [...path];
  for (const { brace, name } of open) {
    if (!brace) {
      way.push('[]');
    } else if (name !== undefined) {
      way.push(name);
    }
  }
  const inside = open.at(-1);
  const naming = inside?.brace === true && inside.name === undefined;
  return { path: way, kind: naming ? 'name' : 'value', typed: token.trimStart(), flow: open.length > 0 };
}

/**
 * Tells where in a YAML text one is typing. It reads indents and brackets only, so that it is right also about a text
 * that is not finished; brackets are followed within one line.
 */
export function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  const last = lines.pop() ?? '';
  const levels: Level[] = [];
  let scalar = -1; // the indent of the line whose text goes on in the lines below
  for (const line of lines) {
    const indent = line.length - line.trimStart().length;
    if (line.trim() === '' || (scalar >= 0 && indent > scalar)) {
      continue;
    }
    scalar = -1;
    if (line.trimStart().startsWith('#')) {
      continue;
    }
    enter(levels, line);
    if (blockScalar.test(line)) {
      scalar = indent;
    }
  }
  const { rest, valued } = enter(levels, last);
  const path = levels.map(({ step }) => step);
  if (valued || rest.startsWith('{') || rest.startsWith('[')) {
    return inFlow(path, rest.trimStart());
  }
  return { path, kind: 'name', typed: rest, flow: false };
}

/** The operation that a place is in a rule of; "" elsewhere. */
export function operationAt(path: Step[]): string {
  return path[0] === 'rules' ? (path[1] ?? '') : '';
}

/** The lines, from 0, of the rule that a line stands in: those of an element of a list of an operation. */
export function ruleLines(text: string, line: number): { from: number; to: number } | undefined {
  const lines = text.split('\n');
  const begins = (i: number) => /^\s*-(\s|$)/.test(lines[i] ?? '') && sameRuleList(placeAt(text, endOf(lines, i)).path);
  let from = line;
  while (from >= 0 && !begins(from)) {
    from--;
  }
  if (from < 0 || !sameRuleList(placeAt(text, endOf(lines, line)).path.slice(0, 3))) {
    return undefined;
  }
  const indent = (lines[from] ?? '').search(/\S/);
  let to = from + 1;
  while (to < lines.length && ((lines[to] ?? '').trim() === '' || (lines[to] ?? '').search(/\S/) > indent)) {
    to++;
  }
  return line < to ? { from, to } : undefined;
}

function sameRuleList(path: Step[]): boolean {
  return path[0] === 'rules' && path[2] === '[]' && !path.slice(3).includes('[]');
}

function endOf(lines: string[], line: number): number {
  return lines.slice(0, line + 1).join('\n').length;
}

/** The text of the rule that a line stands in, as a text of its own. */
export function ruleText(text: string, line: number): string | undefined {
  const found = ruleLines(text, line);
  if (!found) {
    return undefined;
  }
  const lines = text.split('\n').slice(found.from, found.to);
  const first = lines[0] ?? '';
  const indent = first.length - first.replace(/^\s*-\s*/, '').length;
  return [first.slice(indent), ...lines.slice(1).map((l) => l.slice(Math.min(indent, l.length - l.trimStart().length)))].join('\n').trimEnd() + '\n';
}
