import { describe, expect, it } from 'vitest';
import { standing } from './agreement-standing';

const application = { id: '1', name: 'Shop' };

describe('how an organisation stands to an agreement', () => {
  it.each([
    ['accepted', [{ agreement: 'nda', version: 2 }, { agreement: 'nda', version: 2, application }]],
    ['perApplication', [{ agreement: 'nda', version: 2, application }, { agreement: 'nda', version: 1 }]],
    ['earlier', [{ agreement: 'nda', version: 1 }]],
    ['none', [{ agreement: 'eula', version: 2 }]],
  ])('is %s', (expected, records) => expect(standing({ agreement: 'nda', version: 2 }, records)).toBe(expected));
});
