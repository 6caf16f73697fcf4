// The program, started for a while.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Starts the program on a free port of the loopback interface, hands its origin to work, and ends the program when work
 * is done, whatever comes of it. What the program has to say is shown only when something went wrong.
 * @template T
 * @param {string} program the path of bin/sandbank
 * @param {(origin: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileServing(program, work) {
  const child = spawn(program, ['mock', '--addr', '127.0.0.1:0', '--watch=false'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  exited.catch(() => {}); // that it cannot be started is told by listening
  const end = () => void child.kill();
  process.once('exit', end);
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  try {
    return await work(await listening(child, exited));
  } catch (error) {
    process.stderr.write(said);
    throw error;
  } finally {
    end();
    await exited;
    process.off('exit', end);
  }
}

/**
 * Waits for the line that says where the program listens.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {Promise<unknown>} exited
 * @returns {Promise<string>}
 */
function listening(child, exited) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const origin = /listens on (http:\/\/\S+)/.exec(line)?.[1];
      if (origin) {
        resolve(origin);
      }
    });
    exited.then(() => reject(new Error(`${child.spawnfile} ended before it listened`)), reject);
  });
}
