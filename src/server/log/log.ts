/**
 * The log of rooms: the only thing about a room that lasts. A room is one row after another, numbered from 1 without gaps; the
 * primary key (room, seq) is the fence between processes. What stands in a row is the business of `room/`.
 */

export interface Row {
  readonly seq: number;
  readonly body: string;
}

export interface RoomListed {
  readonly room: string;
  /** When it was made, in milliseconds since 1970. */
  readonly made: number;
}

export interface Log {
  /**
   * Make a room with its first row, number 1.
   * @returns false when there is a room of that name already
   */
  make(room: string, made: number, body: string): Promise<boolean>;
  /**
   * Append one row, durably: it is on the disk when the promise is kept. Rows that are asked for in one tick share a transaction.
   * @param seq number that the row must get: one more than the last one known
   * @returns false when that number is taken, so that somebody else was faster, or when the room is gone
   */
  append(room: string, seq: number, body: string): Promise<boolean>;
  /** Read the rows of a room from a number on, in order; none where there is no such room. */
  read(room: string, from: number): Promise<Row[]>;
  rooms(): Promise<RoomListed[]>;
  /** Delete a room with all its rows. */
  erase(room: string): Promise<void>;
  /** Be told what other processes append: a room and the number of its newest row, 0 when it was deleted. */
  watch(told: (room: string, seq: number) => void): void;
  close(): Promise<void>;
}
