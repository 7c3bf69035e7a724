/** How much anybody may ask for: buckets that empty with each message and fill again with time. */

export interface Rate {
  /** How many at once. */
  readonly burst: number;
  /** How many more each second. */
  readonly perSecond: number;
}

export interface Limits {
  /** Messages of one connection. */
  readonly messages: Rate;
  /** The same of one that has not been let in: who comes again and again must not use up what its address shares with a school. */
  readonly strangers: Rate;
  /** Messages that other people read, and answers in the debrief, of one connection. */
  readonly talk: Rate;
  /** Messages of all connections from one address: a whole school can sit behind it. */
  readonly address: Rate;
  /** New connections from one address. */
  readonly connections: Rate;
  /** Most connections from one address at a time. */
  readonly open: number;
  /** Codes that were wrong, by address: afterwards even a right one is refused for a while. */
  readonly wrong: Rate;
  /** Tokens that were wrong, by address. */
  readonly wrongTokens: Rate;
  /** Rooms made from one address. */
  readonly rooms: Rate;
  /** Bytes of one connection, counted before they are read. */
  readonly bytes: Rate;
  /** Packets of one connection, counted before they are read: messages, and what keeps the line open. */
  readonly packets: Rate;
  /** Messages refused for their number after which a connection is cut; one of a wrong shape counts for several. */
  readonly refused: number;
  /** How long a seat whose connection was cut stays out, in milliseconds. */
  readonly banned: number;
}

export const usualLimits: Limits = {
  messages: { burst: 40, perSecond: 8 },
  strangers: { burst: 3, perSecond: 0.2 },
  talk: { burst: 5, perSecond: 0.4 },
  address: { burst: 2000, perSecond: 600 },
  connections: { burst: 400, perSecond: 20 },
  open: 1500,
  wrong: { burst: 30, perSecond: 0.1 },
  wrongTokens: { burst: 200, perSecond: 2 },
  rooms: { burst: 20, perSecond: 0.02 },
  bytes: { burst: 256_000, perSecond: 32_000 },
  packets: { burst: 250, perSecond: 30 },
  refused: 80,
  banned: 30_000,
};

export class Bucket {
  private readonly rate: Rate;
  private left: number;
  private filled: number;

  constructor(rate: Rate, now: number) {
    this.rate = rate;
    this.left = rate.burst;
    this.filled = now;
  }

  /** Take one or more out; false when there are not so many. */
  take(now: number, many = 1): boolean {
    this.fill(now);
    if (this.left < many) return false;
    this.left -= many;
    return true;
  }

  /** Tell whether there is one, without taking it. */
  has(now: number): boolean {
    this.fill(now);
    return this.left >= 1;
  }

  isFull(now: number): boolean {
    this.fill(now);
    return this.left >= this.rate.burst;
  }

  private fill(now: number): void {
    this.left = Math.min(
      this.rate.burst,
      this.left + (Math.max(0, now - this.filled) / 1000) * this.rate.perSecond,
    );
    this.filled = now;
  }
}

/** Buckets by address. Full ones are forgotten, so that addresses are kept no longer than they are needed. */
export class Buckets {
  private readonly rate: Rate;
  private readonly byAddress = new Map<string, Bucket>();

  constructor(rate: Rate) {
    this.rate = rate;
  }

  of(address: string, now: number): Bucket {
    let bucket = this.byAddress.get(address);
    if (!bucket) {
      bucket = new Bucket(this.rate, now);
      this.byAddress.set(address, bucket);
    }
    return bucket;
  }

  forget(now: number): void {
    for (const [address, bucket] of this.byAddress) if (bucket.isFull(now)) this.byAddress.delete(address);
  }
}
