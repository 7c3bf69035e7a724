/**
 * How much a connection may cost before it is cut: bytes and packets are counted before anybody reads them, and what no honest device
 * sends weighs more than haste. Whoever was cut stays out for a while, by seat and not by address: a whole school can share one.
 */
import { Bucket } from './limits.ts';
import type { Limits } from './limits.ts';

/** What is counted of a connection of the transport below. */
interface Line {
  on(event: 'packet', listener: (packet: { readonly data?: unknown }) => void): void;
  removeAllListeners(event: 'data'): void;
  close(discard: boolean): void;
}

/** What a message of a wrong shape weighs beside one that merely came too fast. */
const misshapen = 10;

export class Patience {
  private readonly limits: Limits;
  private readonly cut: () => void;
  private left: number;

  /** @param cut ends the connection */
  constructor(limits: Limits, cut: () => void) {
    this.limits = limits;
    this.cut = cut;
    this.left = limits.refused;
  }

  /** Note a message that came too fast. */
  hasty(): void {
    this.lose(1);
  }

  /** Note a message that no device of ours would send. */
  misshapen(): void {
    this.lose(misshapen);
  }

  private lose(much: number): void {
    if (this.left < 0) return;
    this.left -= much;
    if (this.left < 0) this.cut();
  }
}

/** Cut a connection that sends more bytes or packets than any device needs, before they are read. */
export function holdToBudget(line: Line, limits: Limits, now: () => number): void {
  const bytes = new Bucket(limits.bytes, now());
  const packets = new Bucket(limits.packets, now());
  line.on('packet', ({ data }) => {
    const size = typeof data === 'string' ? data.length : data instanceof Uint8Array ? data.byteLength : 0;
    if (packets.take(now()) && bytes.take(now(), size)) return;
    // What is on its way already is not read any more.
    line.removeAllListeners('data');
    line.close(true);
  });
}

/** Seats whose connection was cut, for as long as they stay out. */
export class Banned {
  private readonly until = new Map<string, number>();

  add(seat: string, until: number): void {
    this.until.set(seat, until);
  }

  has(seat: string, now: number): boolean {
    return (this.until.get(seat) ?? 0) > now;
  }

  forget(now: number): void {
    for (const [seat, until] of this.until) if (until <= now) this.until.delete(seat);
  }
}
