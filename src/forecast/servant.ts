/** The worker's side of a crew: it compiles the scenario once and plays the games that it is given. */
import { compile } from '../engine/statecharts/compile.ts';
import type { Tables } from '../engine/tables.ts';
import type { Craft, FromWorker, ToWorker } from './crew.ts';

export interface Servant<Work> {
  /** Do what a message asks. */
  take(message: ToWorker<Work>): void;
  /** The compiled scenario, once it has come; and whether any work has. */
  readonly tables: Tables | null;
  readonly isAsked: boolean;
}

/** Make a servant. @param send gives rows back; what is in `handed` need not be copied */
export function openServant<Work>(
  craft: Craft<Work>,
  send: (message: FromWorker, handed: readonly ArrayBufferLike[]) => void,
): Servant<Work> {
  let tables: Tables | null = null;
  let asked: { readonly work: Work } | null = null;
  return {
    get tables() {
      return tables;
    },
    get isAsked() {
      return asked !== null;
    },
    take(message) {
      if (message.kind === 'open') {
        tables = compile(message.scenario);
        send({ kind: 'ready' }, []);
      } else if (message.kind === 'ask') asked = { work: message.work };
      else if (tables && asked) {
        const { run, from, to } = message;
        const rows = craft.play(tables, asked.work, from, to);
        send({ kind: 'rows', run, from, rows }, [rows.buffer]);
      }
    },
  };
}
