import { describe, expect, it } from 'vitest';
import type { JsonObject } from './documents';
import { choicesOf, exampleIn, isDeep, limitsOf, shapeOf, typeName } from './schema';

const root: JsonObject = {
  components: {
    schemas: {
      Node: {
        title: 'Node',
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 8, pattern: '^a', examples: ['abc'] },
          children: { type: 'array', items: { $ref: '#/components/schemas/Node' }, minItems: 2 },
        },
      },
      Leaf: { type: 'object', properties: { colour: { enum: ['red', 'green'] } } },
      Either: { title: 'Either', oneOf: [{ $ref: '#/components/schemas/Node' }, { $ref: '#/components/schemas/Leaf' }] },
      Both: { allOf: [{ $ref: '#/components/schemas/Node' }, { type: 'object', required: ['size'], properties: { size: { type: 'integer', minimum: 0 } } }] },
      Map: { type: 'object', additionalProperties: { type: 'number' } },
    },
  },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('what a schema says', () => {
  it('is one level of members, also where it contains itself', () => {
    const { members } = shapeOf(root, ref('Node'));
    expect(members.map((m) => [m.name, m.required])).toEqual([['name', true], ['children', false]]);
    expect(typeName(root, members[1]?.schema)).toBe('Node[]');
    expect(shapeOf(root, members[1]?.schema).items?.['title']).toBe('Node');
  });

  it('has the members of all that it is made of, once', () => {
    expect(shapeOf(root, ref('Both')).members.map((m) => [m.name, m.required])).toEqual([['name', true], ['children', false], ['size', true]]);
  });

  it('names what it can be one of', () => {
    expect(shapeOf(root, ref('Either')).variants.map((v) => v.name)).toEqual(['Node', 'Leaf']);
    expect(typeName(root, ref('Either'))).toBe('Either');
  });

  it('knows further members', () => {
    expect(shapeOf(root, ref('Map')).others).toEqual({ type: 'number' });
    expect(isDeep(root, ref('Map'))).toBe(true);
    expect(isDeep(root, { type: 'array', items: { type: 'string' } })).toBe(false);
  });

  it('lists limits, choices and an example', () => {
    const [name, children] = shapeOf(root, ref('Node')).members;
    expect(limitsOf(root, name?.schema)).toEqual([{ kind: 'length', value: '1 – 8' }, { kind: 'pattern', value: '^a' }]);
    expect(limitsOf(root, children?.schema)).toEqual([{ kind: 'items', value: '≥ 2' }]);
    expect(limitsOf(root, ref('Node'))).toEqual([]);
    expect(limitsOf(root, { type: 'number', exclusiveMinimum: 0 })).toEqual([{ kind: 'range', value: '> 0' }]);
    expect(choicesOf(root, { enum: ['red', 1] })).toEqual(['"red"', '1']);
    expect(choicesOf(root, { const: null })).toEqual(['null']);
    expect(exampleIn(root, name?.schema)).toBe('"abc"');
    expect(typeName(root, { type: ['string', 'null'], format: 'date' })).toBe('string | null date');
  });
});
