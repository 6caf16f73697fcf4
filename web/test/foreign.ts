import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another site, whose pages are empty: tests put into them what an attacker would. */
export class Foreign {
  readonly #server: Server;
  readonly #port: number;

  private constructor(server: Server) {
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  static async start(): Promise<Foreign> {
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title>'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new Foreign(server);
  }

  /**
   * Its origins. A browser takes the first for the same site as the portal, because a site is a host whatever the port, and
   * sends cookies along; the second is another site.
   */
  get origins(): string[] {
    return [`http://127.0.0.1:${this.#port}`, `http://localhost:${this.#port}`];
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}
