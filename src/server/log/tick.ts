/** Gathers the appends of one tick, so that they share a transaction. What a transaction is knows the log that uses it. */

export interface Waiting {
  readonly room: string;
  readonly seq: number;
  readonly body: string;
  readonly done: (appended: boolean) => void;
  readonly failed: (error: unknown) => void;
}

/** Most rows in one transaction. */
const most = 500;

/**
 * Make an `append` that gathers.
 * @param write appends the rows and tells each what became of it, after the transaction; never called while it runs
 */
export function gather(write: (waiting: readonly Waiting[]) => void | Promise<void>): {
  append(room: string, seq: number, body: string): Promise<boolean>;
  /** Wait until everything is written. */
  settled(): Promise<void>;
} {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    // Let whatever else arrives in this tick join.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const now = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        await write(now);
      } catch (error) {
        for (const { failed } of now) failed(error);
      }
    }
    running = null;
  }

  return {
    append: (room, seq, body) =>
      new Promise((done, failed) => {
        waiting.push({ room, seq, body, done, failed });
        running ??= run();
      }),
    settled: async () => {
      await running;
    },
  };
}
