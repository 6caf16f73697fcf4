import { describe, expect, it } from 'vitest';
import { curl, golang, javascript, python, type Sample } from './samples';

const asked: Sample = {
  method: 'POST',
  url: 'http://here.invalid/v1/people?name=o%27neill',
  headers: [['x-api-key', `it's`]],
  body: '{"name":"O\'Neill \\"Bob\\""}',
};

describe('a request as code', () => {
  it('is quoted for a shell', () => {
    expect(curl(asked)).toBe(
      `curl -X POST 'http://here.invalid/v1/people?name=o%27neill' \\\n  -H 'x-api-key: it'\\''s' \\\n  --data-raw '{"name":"O'\\''Neill \\"Bob\\""}'`,
    );
    expect(curl({ ...asked, method: 'GET', headers: [], body: '' })).toBe(`curl 'http://here.invalid/v1/people?name=o%27neill'`);
  });

  it('keeps its texts in JavaScript, Go and Python', () => {
    const body = `"{\\"name\\":\\"O'Neill \\\\\\"Bob\\\\\\"\\"}"`;
    expect(javascript(asked)).toContain(`  body: ${body},`);
    expect(golang(asked)).toContain(`strings.NewReader(${body})`);
    expect(golang(asked)).toContain(`request.Header.Set("x-api-key", "it's")`);
    expect(python(asked)).toContain(`    data=${body}.encode(),`);
  });

  it('leaves out what there is none of', () => {
    const bare = { ...asked, headers: [], body: '' };
    for (const code of [javascript(bare), golang(bare), python(bare)]) {
      expect(code).not.toMatch(/headers|body:|data=|NewReader|Header/);
    }
  });
});
