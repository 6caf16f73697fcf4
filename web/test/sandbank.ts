import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const binary = fileURLToPath(new URL('../../bin/sandbank', import.meta.url));

/** What one can sign in with. */
export interface Login {
  username: string;
  password: string;
}

/** A mail in the bank's outbox. */
interface Mail {
  id: string;
  to: string;
  subject: string;
}

/** The real program, `sandbank serve` on a free port with a new data folder and the demo. */
export class Sandbank {
  readonly origin: string;
  readonly partner: Login;
  readonly bank: Login;
  readonly #process: ChildProcess;
  readonly #data: string;

  private constructor(process: ChildProcess, data: string, said: string) {
    const find = (pattern: RegExp) => {
      const found = pattern.exec(said);
      if (!found) {
        throw new Error(`sandbank serve said nothing like ${pattern.source}:\n${said}`);
      }
      return found;
    };
    this.#process = process;
    this.#data = data;
    this.origin = find(/listens on (http:\/\/\S+)/)[1] ?? '';
    const [, partner = '', partnerPassword = '', bank = '', bankPassword = ''] = find(
      /sign in as (\S+) with (\S+), or as the bank's admin (\S+) with (\S+)/,
    );
    this.partner = { username: partner, password: partnerPassword };
    this.bank = { username: bank, password: bankPassword };
  }

  /** Starts the program, with further flags, and waits until it says that it listens. */
  static async start(...settings: string[]): Promise<Sandbank> {
    const data = await mkdtemp(join(tmpdir(), 'sandbank-web-'));
    const started = spawn(binary, ['serve', '--addr', '127.0.0.1:0', '--data', data, '--demo', ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const take = (chunk: Buffer) => {
        said += chunk.toString();
        if (/^ {2}verify /m.test(said)) {
          resolve();
        }
      };
      started.stdout.on('data', take);
      started.stderr.on('data', take);
      started.once('error', reject);
      started.once('exit', (code) => reject(new Error(`sandbank serve has ended with ${String(code)}:\n${said}`)));
    });
    return new Sandbank(started, data, said);
  }

  /** Ends the program and takes its data away. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    await ended;
    await rm(this.#data, { recursive: true });
  }

  /** The newest mail to an address, as the bank's staff sees it in the outbox: the link in it leads to a page. */
  async link(to: string): Promise<string> {
    const cookie = await this.#cookie(this.bank);
    const listed = await this.#get<{ messages: Mail[] }>(`/portal/v1/bank/outbox?to=${encodeURIComponent(to)}`, cookie);
    for (const { id } of listed.messages) {
      const { text } = await this.#get<{ text: string }>(`/portal/v1/bank/outbox/${id}`, cookie);
      const found = /http\S+#\S+/.exec(text);
      if (found) {
        return found[0];
      }
    }
    throw new Error(`the outbox has no mail with a link to ${to}`);
  }

  async #cookie({ username, password }: Login): Promise<string> {
    const answer = await fetch(`${this.origin}/portal/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie === undefined) {
      throw new Error(`${username} cannot sign in: status ${answer.status}`);
    }
    return cookie;
  }

  async #get<T>(path: string, cookie: string): Promise<T> {
    const answer = await fetch(this.origin + path, { headers: { cookie } });
    if (!answer.ok) {
      throw new Error(`GET ${path}: status ${answer.status}`);
    }
    return (await answer.json()) as T;
  }
}
