/**
 * Phaser's part of the map: a transparent stage over the drawn land, with only what moves on it. Asleep at rest: every
 * change wakes it for the frames it needs. Where things stand, and what they mean, is decided elsewhere.
 */
import { Core, Game, Renderer, Scene, Scale, WEBGL } from 'phaser';
import type { GameObjects } from 'phaser';
import type { Brush } from './brush.ts';

export interface Stage {
  /** Stay awake for at least `seconds` from now, or for one frame when 0. */
  wake(seconds: number): void;
  resize(width: number, height: number): void;
  frames(): number;
  /** Milliseconds of work that each of the last frames took, newest last. */
  work(): number[];
  destroy(): void;
}

/** Paints one frame; `now` is a time in seconds. Says whether there is anything on it. */
type Painter = (brush: Brush, now: number) => boolean;

/** Frames whose work is remembered. */
const remembered = 600;
/** Canvas pixels where frames come late: about those that a window of 960 × 600 has for the map. */
const fewPixels = 160_000;
/** Milliseconds between two frames above which they come late, and after how many such in a row they are drawn smaller. */
const late = 36;
const patience = 6;
/** A longer wait than this is no frame late: the stage slept. */
const slept = 400;

/**
 * Open a stage inside `parent`, `width` × `height` CSS pixels; fulfilled when it can draw.
 * @param startsSlow true where no graphics card draws: frames are small from the first one on
 */
export function openStage(
  parent: HTMLElement,
  width: number,
  height: number,
  startsSlow: boolean,
  paint: Painter,
): Promise<Stage> {
  return new Promise((resolve, reject) => {
    let size = { width, height };
    /** Is the graphics card missing, or too slow for a stage of this size? What stands still is drawn by others, as crisp as ever. */
    let isSlow = startsSlow;
    let lateInRow = 0;
    let ended = 0;
    let frames = 0;
    let until = 0;
    let begun = 0;
    /** When the last frame was painted: the one after the last change shows how things stand. */
    let painted = 0;
    const work: number[] = [];

    // Not Phaser's own clock: it is smoothed, and lags where frames are slow.
    const seconds = () => performance.now() / 1000;

    class Plate extends Scene {
      private graphics: GameObjects.Graphics | null = null;

      create(): void {
        this.graphics = this.add.graphics();
        fit();
        this.game.events.on(Core.Events.PRE_STEP, beforeFrame);
        this.game.events.on(Core.Events.POST_RENDER, afterFrame);
        // A graphics card that comes back has forgotten the picture.
        this.game.renderer.on(Renderer.Events.RESTORE_WEBGL, () => game.loop.wake(true));
        resolve(stage);
      }

      override update(): void {
        if (!this.graphics) return;
        this.graphics.clear().setScale(ratioOf(size, isSlow));
        painted = seconds();
        const shows = paint(this.graphics, painted);
        // A layer that shows nothing is not laid over the page at all.
        this.game.canvas.style.visibility = shows ? '' : 'hidden';
      }
    }

    const fit = (): void => {
      const ratio = ratioOf(size, isSlow);
      const [across, down] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
      if (game.canvas.width !== across || game.canvas.height !== down) game.scale.resize(across, down);
    };
    const game = start(parent, size, Plate, reject);
    const beforeFrame = () => {
      begun = performance.now();
    };
    const afterFrame = () => {
      frames += 1;
      const now = performance.now();
      if (work.push(now - begun) > remembered) work.shift();
      const gap = now - ended;
      ended = now;
      lateInRow = gap > late && gap < slept ? lateInRow + 1 : 0;
      if (!isSlow && lateInRow >= patience) {
        isSlow = true;
        fit();
      }
      if (painted > until) game.loop.sleep();
    };
    const stage: Stage = {
      wake: (lasting) => {
        until = Math.max(until, seconds() + lasting);
        game.loop.wake(true);
      },
      resize: (newWidth, newHeight) => {
        size = { width: newWidth, height: newHeight };
        fit();
        game.loop.wake(true);
      },
      frames: () => frames,
      work: () => [...work],
      destroy: () => {
        game.events.off(Core.Events.PRE_STEP, beforeFrame);
        game.events.off(Core.Events.POST_RENDER, afterFrame);
        game.destroy(true);
        // A sleeping loop never gets to the end of its own destruction.
        game.loop.wake(true);
      },
    };
  });
}

/** Say how many canvas pixels make a CSS pixel: two are enough for any eye, and slow machines are spared most. */
function ratioOf({ width, height }: { width: number; height: number }, isSlow: boolean): number {
  const sharp = Math.min(window.devicePixelRatio || 1, 2);
  return isSlow ? Math.min(sharp, Math.sqrt(fewPixels / (width * height))) : sharp;
}

function start(
  parent: HTMLElement,
  { width, height }: { width: number; height: number },
  scene: typeof Scene,
  reject: (reason: unknown) => void,
): Game {
  try {
    return new Game({
      type: WEBGL,
      parent,
      banner: false,
      transparent: true,
      // What moves is seen for a second or two and then drawn anew, smooth, with the names: no need to smooth every frame.
      antialias: false,
      antialiasGL: false,
      // No shorter stretch of a line than this many pixels: circles are the greater part of what is painted.
      pathDetailThreshold: 2.5,
      audio: { noAudio: true },
      // Touches are read by the map itself, which must answer while the stage sleeps.
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      // The style sheet stretches it over the plate, however many pixels it has.
      scale: { mode: Scale.NONE, width, height },
      scene,
    });
  } catch (reason) {
    reject(reason);
    throw reason;
  }
}
