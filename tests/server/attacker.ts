/** A hostile device as a process of its own, so that what it costs to be hostile is not taken for what it costs the server. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { attack } from './hostile.ts';
import type { Target } from './hostile.ts';

interface Order {
  readonly target: Target;
  readonly messages: number;
  readonly seed: number;
}

/** Let a process of its own send hostile messages, and wait until they are sent. */
export function attackFromOutside(target: Target, messages: number, seed: number): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), [], {
    env: { ...process.env, RED_LINES_ATTACKER: '1' },
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('the attacker failed'))));
    child.send({ target, messages, seed } satisfies Order);
  });
}

if (process.env['RED_LINES_ATTACKER'] !== undefined && process.send)
  process.once('message', ({ target, messages, seed }: Order) => {
    void attack(target, messages, seed).then(() => process.exit(0));
  });
