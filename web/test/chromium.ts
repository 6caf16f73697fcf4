/** The browser that the tests use: Debian's Chromium, or what CHROMIUM names. */
export const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
