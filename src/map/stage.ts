/**
 * Phaser's part of the map: a transparent stage over the drawn land, with only what moves on it. Asleep at rest: every
 * change wakes it for the frames it needs. Where things stand, and what they mean, is decided elsewhere.
 */
import { Core, Game, Renderer, Scene, Scale, WEBGL } from 'phaser';
import type { GameObjects } from 'phaser';
import type { Brush } from './brush.ts';

export interface Stage {
  /** Draw anew with this painter; stays awake until `seconds` of motion are over, or for one frame when 0. */
  draw(paint: Painter, seconds: number): void;
  resize(width: number, height: number): void;
  frames(): number;
  destroy(): void;
}

/** Paints one frame; `elapsed` is the time since `draw` was called, in seconds. */
type Painter = (brush: Brush, elapsed: number) => void;

/** Open a stage inside `parent`, `width` × `height` CSS pixels; fulfilled when it can draw. */
export function openStage(parent: HTMLElement, width: number, height: number): Promise<Stage> {
  return new Promise((resolve, reject) => {
    const dpr = pixelRatio();
    let frames = 0;
    let painter: Painter | null = null;
    let started = 0;
    let lasting = 0;

    // Not Phaser's own delta: it is smoothed, and lags where frames are slow.
    const elapsed = () => (performance.now() - started) / 1000;

    class Plate extends Scene {
      private graphics: GameObjects.Graphics | null = null;

      create(): void {
        this.graphics = this.add.graphics().setScale(dpr);
        this.game.events.on(Core.Events.POST_RENDER, afterFrame);
        // A graphics card that comes back has forgotten the picture.
        this.game.renderer.on(Renderer.Events.RESTORE_WEBGL, () => game.loop.wake(true));
        resolve(stage);
      }

      override update(): void {
        if (!this.graphics || !painter) return;
        this.graphics.clear();
        painter(this.graphics, Math.min(elapsed(), lasting));
      }
    }

    const game = start(parent, width, height, dpr, Plate, reject);
    const afterFrame = () => {
      frames += 1;
      if (elapsed() > lasting) game.loop.sleep();
    };
    const stage: Stage = {
      draw: (paint, seconds) => {
        painter = paint;
        started = performance.now();
        lasting = seconds;
        game.loop.wake(true);
      },
      resize: (newWidth, newHeight) => {
        game.scale.resize(newWidth * dpr, newHeight * dpr);
        game.loop.wake(true);
      },
      frames: () => frames,
      destroy: () => {
        game.events.off(Core.Events.POST_RENDER, afterFrame);
        game.destroy(true);
        // A sleeping loop never gets to the end of its own destruction.
        game.loop.wake(true);
      },
    };
  });
}

/** Say how many canvas pixels make a CSS pixel; two are enough for any eye and spare slow machines. */
export function pixelRatio(): number {
  return Math.min(window.devicePixelRatio || 1, 2);
}

function start(
  parent: HTMLElement,
  width: number,
  height: number,
  dpr: number,
  scene: typeof Scene,
  reject: (reason: unknown) => void,
): Game {
  try {
    return new Game({
      type: WEBGL,
      parent,
      banner: false,
      transparent: true,
      audio: { noAudio: true },
      // Touches are read by the map itself, which must answer while the stage sleeps.
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      scale: { mode: Scale.NONE, width: width * dpr, height: height * dpr, zoom: 1 / dpr },
      scene,
    });
  } catch (reason) {
    reject(reason);
    throw reason;
  }
}
