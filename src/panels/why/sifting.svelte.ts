/**
 * Sifts a played game in the page: it is played again once for each thing that could be missing, a few milliseconds at a time, so that
 * nothing on the screen waits for it. What the shares say is worked out by `engine/counterfactual`.
 */
import { openPlayed } from '../../engine/counterfactual/played.ts';
import { sift, siftOne } from '../../engine/counterfactual/shares.ts';
import type { Sifted } from '../../engine/counterfactual/shares.ts';
import { withLuck } from '../../engine/counterfactual/without.ts';
import { seedFrom } from '../../engine/dice.ts';
import { isOn } from '../../engine/layers.ts';
import { drawChance, phases } from '../../engine/position.ts';
import type { GameRecord } from '../../engine/record.ts';
import type { Tables } from '../../engine/tables.ts';

/** Milliseconds that one stretch of work may take before the page gets its turn. */
const stretch = 6;

class Sifting {
  /** The game with all its shares; null as long as they are being worked out. */
  sifted: Sifted | null = $state.raw(null);
  /** How much of it is done, 0 to 1. */
  progress = $state(0);
  /** Milliseconds that the work itself took, and how many replays it was. */
  spent = 0;
  replays = 0;

  /** True where the game is not counted with its own strengths but with the middle of each range. */
  readonly rough: boolean;
  /** True where today's rules play the game otherwise, so that nothing can be counted. */
  failed = $state(false);

  constructor(tables: Tables, record: GameRecord, rough: boolean) {
    this.rough = rough;
    void this.work(tables, record).catch(() => (this.failed = true));
  }

  private async work(tables: Tables, record: GameRecord): Promise<void> {
    await pause();
    const begun = performance.now();
    const played = openPlayed(tables, record);
    const seeds = { dice: seedFrom(record.seeds.dice), doubt: seedFrom(record.seeds.doubt) };
    const sifted = sift(this.rough ? withLuck(played, drawChance(tables, seeds, true)) : played);
    this.spent += performance.now() - begun;
    for (let more = true; more;) {
      await pause();
      const from = performance.now();
      while (more && performance.now() - from < stretch) {
        more = siftOne(sifted);
        if (more) this.replays++;
      }
      this.spent += performance.now() - from;
      this.progress = this.replays / (sifted.played.factors.length + 1);
    }
    this.sifted = sifted;
  }
}

/**
 * Give the sifting of a game, begun when it is first asked for.
 * @param position cells of the game as they stand
 * @returns the same for the same record; null while the game goes on and what is secret in it would be told
 */
export function siftingOf(tables: Tables, record: GameRecord, position: Int32Array): Sifting | null {
  if (phases[position[tables.at.phase] ?? 0] === 'over')
    return keep(record, () => new Sifting(tables, record, false));
  const layers = position[tables.at.layers] ?? 0;
  if (isOn(layers, 'secrecy') || isOn(layers, 'instructions')) return null;
  // Orders of quarters that have been played are known to all; what is drafted or locked now is not.
  const round = position[tables.at.round] ?? 1;
  const decisions = record.decisions.filter((one) => one.round < round);
  if (decisions.length === 0) return null;
  const known = latest?.decisions.length === decisions.length && latest.seeds.dice === record.seeds.dice;
  const cut =
    known && latest ? latest : { ...record, decisions, digests: record.digests.slice(0, round - 1) };
  latest = cut;
  return keep(cut, () => new Sifting(tables, cut, true));
}

const begun = new WeakMap<GameRecord, Sifting>();
/** The newest game that goes on, cut where its present quarter begins. */
let latest: GameRecord | null = null;

function keep(record: GameRecord, make: () => Sifting): Sifting {
  const sifting = begun.get(record) ?? make();
  begun.set(record, sifting);
  return sifting;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
