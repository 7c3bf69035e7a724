/** What a graph is given to draw: things with their places, and what leads from one to another. It knows nothing of the model. */

export interface FlowNodeGiven {
  readonly id: string;
  readonly kind: 'line' | 'answers' | 'events' | 'level' | 'clock' | 'aim' | 'people' | 'stance' | 'frame';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  /** A second line; empty where there is none. */
  readonly note: string;
  /** Whose it is. */
  readonly seal: { readonly capital: string; readonly initial: string } | null;
  /** From 0 to 1; null where nothing fills it. */
  readonly full: number | null;
  /** True for the stance at which a line stands. */
  readonly isNow: boolean;
  /** All of it, for those who listen. */
  readonly spoken: string;
}

export interface FlowEdgeGiven {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** 1 raises, -1 lowers, 0 either. */
  readonly sign: -1 | 0 | 1;
  readonly label?: string;
  /** How it runs: straight from one to the next, or around above or below, so far off. Left out, as it comes. */
  readonly around?: { readonly side: 'next' | 'above' | 'below'; readonly off: number };
}
