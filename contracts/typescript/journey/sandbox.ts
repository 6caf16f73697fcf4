// What the journeys know about the sandbox that they run against: where it is, and whom its scenarios know.
import assert from 'node:assert/strict';

/** The sandbox's origin, such as http://127.0.0.1:8080. */
export const origin = environment('SANDBANK_ORIGIN');

/** John Doe, who can log in with any client. */
export const john = { mobile: '9876543210', dob: '1990-01-01', maskedMobile: '***10', birthYear: '1990', vpa: 'john@okhdfc' };

/** A VPA that is not John's. */
export const vpaOfJane = 'jane@okhdfc';

/** The one-time password of every customer. */
export const otp = '123456';

/**
 * Gives the data of an answer. Without data the journey ends, with what came instead.
 */
export function answered<T>(result: { data?: T; error?: unknown }): NonNullable<T> {
  assert.ok(result.data !== undefined && result.data !== null, `no answer but ${JSON.stringify(result.error)}`);
  return result.data;
}

function environment(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run the journeys with make clients`);
  }
  return value;
}
