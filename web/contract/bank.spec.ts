import { expect, test } from './fixtures';
import { each, form, instant, like, whole, type Interaction } from './pact';
import { asStaff } from './session';

test("the bank's staff sees what waits, and how much is called", async ({ open }) => {
  const waiting: Interaction = {
    description: 'a request for what waits for the bank',
    given: "the bank's staff is signed in, and something waits",
    method: 'GET', path: '/portal/v1/bank/requests', query: { state: 'open', limit: '10' },
    status: 200,
    answer: { requests: each({ id: like('01a1f9ff-15d8-795d-81fc-aae6257d4d3c'), kind: form('application|subscription|account-plan|api-plan|stage', 'application'), organisation: { name: like('Asha Fintech') }, createdAt: instant }) },
  };
  const usage: Interaction = {
    description: 'a request for the usage of all organisations',
    given: "the bank's staff is signed in",
    method: 'GET', path: '/portal/v1/bank/usage',
    status: 200, answer: { from: like('2026-02-01'), to: like('2026-03-02'), total: { calls: whole(1), clientErrors: whole(0), serverErrors: whole(0) } },
  };
  const page = await open('/', ...asStaff, waiting, usage);
  await expect(page.getByRole('table')).toContainText('Asha Fintech');
});

test("the bank's staff sees the scenario files of organisations", async ({ open }) => {
  const files: Interaction = {
    description: 'a request for the scenario files of all organisations',
    given: "the bank's staff is signed in, and something waits",
    method: 'GET', path: '/portal/v1/bank/overlays', query: { limit: '200' },
    status: 200,
    answer: {
      overlays: each({
        id: like('01a1f9ff-14f8-74c5-be4d-4f362f6d6df9'), api: like('deposits'), name: like('shop'), organisation: { name: like('Asha Fintech') },
        author: { name: like('Asha Rao') }, savedAt: instant, state: form('own|published', 'own'),
      }),
    },
  };
  const page = await open('/bank/scenarios', ...asStaff, files);
  await expect(page.getByRole('link', { name: 'deposits/shop.yaml' })).toBeVisible();
});
