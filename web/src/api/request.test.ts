import { describe, expect, it } from 'vitest';
import { apiDocument, type Operation } from './openapi';
import { addressOf, exampleOf, headersOf, parametersOf } from './request';

const parameter = (name: string, place: string, more: Record<string, unknown> = {}) => ({ name, in: place, schema: { type: 'string' }, ...more });
const document = apiDocument(
  JSON.parse(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Shop', version: '1.0.0' },
      servers: [{ url: '/shop/v1' }],
      paths: {
        '/items/{item}': {
          get: {
            operationId: 'getItem',
            parameters: [
              parameter('item', 'path', { required: true, example: 'a/b' }),
              parameter('lang', 'query', { required: true, example: 'en' }),
              parameter('page', 'query', { example: '2' }),
              parameter('X-API-Key', 'header', { required: true }),
              parameter('Idempotency-Key', 'header'),
            ],
            responses: {},
          },
        },
      },
    }),
  ) as Parameters<typeof apiDocument>[0],
);
const operation = document.operations.find((o) => o.id === 'getItem') as Operation;

describe('a request of an operation', () => {
  it('has its parameters in their places, escaped', () => {
    expect(addressOf(operation, document, (p) => ({ item: 'x?y', lang: 'hi & en', page: '' })[p.name] ?? '')).toBe('/shop/v1/items/x%3Fy?lang=hi%20%26%20en');
    expect(addressOf(operation, document, () => '$&')).toBe('/shop/v1/items/%24%26?lang=%24%26&page=%24%26');
  });

  it('begins with the examples of what is needed', () => {
    expect(exampleOf(operation, document).path).toBe('/shop/v1/items/a%2Fb?lang=en');
    expect(parametersOf(operation).map((p) => p.name)).toEqual(['item', 'lang', 'page', 'Idempotency-Key']);
  });

  it('has the headers that are typed beside those that it needs', () => {
    const asked = { method: 'GET', path: '/', headers: 'Prefer: code=503\nno header', authorization: 'Bearer x', body: '' };
    expect(headersOf(asked, 'key')).toEqual({ 'x-api-key': 'key', authorization: 'Bearer x', prefer: 'code=503' });
  });
});
