import { expect, type Page } from './fixtures';

// How tests of the bank's pages find their way in them.

/** A text that would do harm where it became an element. */
export const hostile = '<img src=x onerror=alert(1)>';

export const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
export const table = (page: Page, name: string) => page.getByRole('table', { name });
export const dialog = (page: Page) => page.getByRole('dialog');
export const tab = (page: Page, name: string) => page.getByRole('main').getByRole('navigation').getByRole('link', { name, exact: true }).click();

/** Does what is asked about in a dialog, with a reason. */
export async function confirm(page: Page, action: string, reason?: string) {
  if (reason !== undefined) {
    await dialog(page).getByRole('textbox', { name: 'Reason' }).fill(reason);
  }
  await dialog(page).getByRole('button', { name: action }).click();
  await expect(dialog(page)).toBeHidden();
}
