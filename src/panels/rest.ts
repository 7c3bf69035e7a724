/** Lets the page answer and draw between the parts of a long piece of work. Which work, and in which parts, is decided by who does it. */
import type { InParts } from '../engine/inParts.ts';

/** Milliseconds for which is worked before everything else has a turn. */
const slice = 6;
let resumed = 0;

/** Let everything else in the page have a turn, unless it has just had one. A message waits shorter than any timer may. */
export async function rest(): Promise<void> {
  if (performance.now() - resumed < slice) return;
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  resumed = performance.now();
}

/** Do work that comes in parts, resting between them; the result is that of the work. */
export async function inParts<T>(work: InParts<T>): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await rest();
  }
}
