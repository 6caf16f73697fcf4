import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The clients are those that partners download too, from gen/typescript. They find openapi-fetch among the app's modules.
const clients = Object.fromEntries(
  ['portal', 'sandbox', 'oauth'].map((api) => [`@sandbank/${api}`, here(`../gen/typescript/${api}/dist/index.js`)]),
);

const server = process.env['SANDBANK'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': here('src'), ...clients, 'openapi-fetch': here('node_modules/openapi-fetch') } },
  build: {
    manifest: true, // the test of the budget reads it
    sourcemap: false,
    assetsInlineLimit: 0, // the policy of the page admits files of this server
    modulePreload: { polyfill: false },
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // the first with light-dark()
    chunkSizeWarningLimit: 1024,
    // Small files that most pages share come as a few, so that a first view asks for few.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'parts', test: /[\\/]src[\\/](parts|app|api)[\\/]/, minShareCount: 12 },
            { name: 'controls', test: /[\\/]@mantine[\\/](core|hooks|form)[\\/]/, minShareCount: 12 },
            { name: 'icons', test: /[\\/]@tabler[\\/]/, minShareCount: 6 },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['^/[^/]+/v\\d+/', '/openapi', '/docs', '/clients'].map((path) => [path, { target: server }]),
    ),
  },
});
