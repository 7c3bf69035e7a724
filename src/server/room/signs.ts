/**
 * Who holds the signs of what may come: in a class only a team's analyst, by RULES: what clients are about to do, and one sign of a coming
 * event. Everybody else is sent a game in which nothing is announced.
 */
import type { Change } from '../../engine/changes.ts';
import type { Tables } from '../../engine/tables.ts';

const isSign = (path: string): boolean => path.startsWith('sign.');
/** Signs of events and of outsiders' acts; of these an analyst holds one at a time. */
const isComing = (path: string): boolean => /^sign\.(event|outsider)\./.test(path);

/** Takes the signs that one follower may not see out of what it is shown. It keeps what it has shown, so it sees all changes in turn. */
export class SignFilter {
  private readonly reports: boolean;
  /** The one sign of a coming event that is shown. */
  private open: string | null = null;
  /** What had led to each change that was taken out. */
  private readonly causes = new Map<number, number>();

  /** @param reports whether it is shown signs at all */
  constructor(reports: boolean) {
    this.reports = reports;
  }

  /** Take signs out of changes; what came of them is told as if it had come of what led to them. */
  changes(changes: readonly Change[]): Change[] {
    const kept: Change[] = [];
    for (const change of changes) {
      const because = this.causes.get(change.because) ?? change.because;
      if (isSign(change.where) && !this.shows(change, changes)) this.causes.set(change.id, because);
      else kept.push(because === change.because ? change : { ...change, because });
    }
    return kept;
  }

  /** Take signs out of the cells of a view, which are written. */
  cells(tables: Tables, cells: Int32Array): Int32Array {
    tables.layout.paths.forEach((path, cell) => {
      if (isSign(path) && !(this.reports && (path === this.open || !isComing(path)))) cells[cell] = 0;
    });
    return cells;
  }

  private shows({ where, to, round }: Change, changes: readonly Change[]): boolean {
    if (!this.reports || !isComing(where)) return this.reports;
    if (to === 0) {
      const isOpen = this.open === where;
      if (isOpen) this.open = null;
      return isOpen;
    }
    const ends = (one: Change): boolean => one.where === this.open && one.to === 0 && one.round === round;
    // One that ends in the same round makes room for the next.
    if (this.open !== null && !changes.some(ends)) return false;
    this.open = where;
    return true;
  }
}
