/** Counts passed and failed tests of a run into a file, so that .ci/run can end with one line for all its runs. */
import { appendFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Makes a reporter that appends one line, "<passed> <failed>", to `file` when a run ends. */
export function tallyInto(file: string): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
      let passed = 0;
      // A file that could not be read has no tests, but must not count as nothing.
      let failed = unhandledErrors.length;
      for (const module of modules) {
        const states = [...module.children.allTests()].map((test) => test.result().state);
        passed += states.filter((state) => state === 'passed').length;
        failed += states.filter((state) => state === 'failed').length;
        if (module.errors().length > 0) failed += 1;
      }
      appendFileSync(file, `${passed} ${failed}\n`);
    },
  };
}
