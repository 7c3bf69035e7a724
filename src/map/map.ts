/**
 * The map as its callers see it: shows a picture, plays a reveal, reports touches, knows no rule. It holds two layers,
 * the drawn land (drawLand.ts, drawNames.ts) and Phaser's stage above it (stage.ts), loaded only where WebGL works.
 */
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import './map.css';
import { drawLand, traceOutlines } from './drawLand.ts';
import { drawNames } from './drawNames.ts';
import { listen } from './hands.ts';
import { inks } from './ink.ts';
import { readLand } from './land.ts';
import type { Box, Point } from './land.ts';
import { writeLegend } from './legend.ts';
import { layOut, placeOf, syriaOn, touchedAt } from './marks.ts';
import { paintMarks, paintStep, settling } from './paintMarks.ts';
import type { StepPlaces } from './paintMarks.ts';
import type { MapHandle, MapOptions, MapPicture, MapStep, ThingKind } from './picture.ts';
import { wayBetween } from './ties.ts';
import type { Way } from './ties.ts';
import { homeView, isHome, moved, toScreen, zoomed } from './view.ts';
import type { View } from './view.ts';

/** Seconds that a step of the reveal lasts at speed 1. */
const stepSeconds = 1.1;
/** Which of several things with one id a step speaks of. */
const meant: { [kind in MapStep['kind']]?: ThingKind } = {
  control: 'governorate',
  violence: 'theatre',
  clock: 'clock',
};
const nothing: MapPicture = { governorates: [], theatres: [], capitals: [], ties: [], clocks: [], note: '' };

/** Open the map inside `parent`, which has a size of its own; rejected with a sentence where WebGL is missing. */
export async function openMap(parent: HTMLElement, options: MapOptions): Promise<MapHandle> {
  if (!hasWebGL()) throw new Error('this browser cannot draw the map: WebGL is missing');
  const { openStage, pixelRatio } = await import('./stage.ts');
  const land = readLand(options.region);
  const outlines = traceOutlines(land);
  const dpr = pixelRatio();
  const ink = inks[options.theme];
  const { root, plate, canvas, moving, legend, corner, buttons } = build(options);
  parent.append(root);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser cannot draw the map: its canvas is missing');
  let picture = nothing;
  let view = fitted();
  let marks = layOut(picture, land, view);
  let playing: { step: MapStep; places: StepPlaces; seconds: number; still: boolean } | null = null;
  let endPlay: (() => void) | null = null;
  const stage = await openStage(moving, view.width, view.height).catch((reason: unknown) => {
    root.remove();
    throw reason;
  });

  function fitted(): View {
    return homeView(land, Math.max(plate.clientWidth, 40), Math.max(plate.clientHeight, 40));
  }

  /** Draw everything anew; `seconds` of motion follow. */
  function redraw(seconds: number): void {
    marks = layOut(picture, land, view);
    canvas.width = view.width * dpr;
    canvas.height = view.height * dpr;
    if (!context) return;
    drawLand(context, land, outlines, view, picture, options.theme, dpr);
    drawNames(context, land, view, picture, marks, options.labels, options.theme, [cornerBox()]);
    plate.style.touchAction = isHome(view) ? 'pan-y' : 'none';
    animate(seconds);
  }

  /** The corner that the buttons cover. */
  function cornerBox(): Box {
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = corner;
    return {
      left: offsetLeft,
      top: offsetTop,
      right: offsetLeft + offsetWidth,
      bottom: offsetTop + offsetHeight,
    };
  }

  function animate(seconds: number): void {
    const current = playing;
    if (current) current.places = placesOf(current.step);
    stage.draw(
      (brush, elapsed) => {
        paintMarks(brush, marks, ink, elapsed, seconds > 0 && !current);
        if (current) {
          const part = current.still ? 0.55 : Math.min(elapsed / current.seconds, 1);
          paintStep(brush, current.step, current.places, ink, part);
        }
      },
      current?.still ? 0 : seconds,
    );
  }

  function placesOf(step: MapStep): StepPlaces {
    const shape =
      land.governorates.find(({ id }) => id === (step.to ?? step.at)) ??
      land.governorates.find(({ id }) => id === step.at);
    return {
      at: placeOf(step.at, marks, land, view, meant[step.kind]),
      way: wayOf(step),
      outline: (shape?.rings ?? []).map((ring) => ring.map((point) => toScreen(view, point))),
    };
  }

  /** Find the way of a step from place to place: between capitals as a tie would run, else a simple bow. */
  function wayOf({ at, to }: MapStep): Way | undefined {
    const start = placeOf(at, marks, land, view);
    const end = to === undefined || to === at ? undefined : placeOf(to, marks, land, view);
    if (to === undefined || !start || !end) return undefined;
    const bend: Point = [
      (start[0] + end[0]) / 2,
      (start[1] + end[1]) / 2 - Math.abs(end[0] - start[0]) * 0.16,
    ];
    return (
      wayBetween(at, to, marks.capitals, syriaOn(view, land), view) ?? { start, bends: [bend, bend], end }
    );
  }

  /** Take over the plate's size; says whether it has changed. */
  function refit(): boolean {
    const next = fitted();
    if (next.width === view.width && next.height === view.height) return false;
    const { width, height, home } = next;
    view = isHome(view) ? next : zoomed({ ...view, width, height, home }, land, 1, [0, 0]);
    stage.resize(width, height);
    return true;
  }

  /** Look at another part of the sheet. */
  function look(next: View): void {
    view = next;
    redraw(0);
  }

  const middle = (): Point => [view.width / 2, view.height / 2];
  buttons.zoomIn.addEventListener('click', () => look(zoomed(view, land, 1.5, middle())));
  buttons.zoomOut.addEventListener('click', () => look(zoomed(view, land, 1 / 1.5, middle())));
  buttons.zoomHome.addEventListener('click', () => look(fitted()));
  const stopListening = listen(plate, {
    tap: (at) => {
      const touched = touchedAt(at, marks, land, view, picture);
      if (touched) options.onTouch(touched.id, touched.kind);
    },
    drag: (byX, byY) => look(moved(view, land, byX, byY)),
    zoom: (factor, around) => look(zoomed(view, land, factor, around)),
    rest: () => {},
    canZoomOut: () => !isHome(view),
  });
  const observer = new ResizeObserver(() => {
    if (refit()) redraw(0);
  });
  observer.observe(plate);
  redraw(0);

  return {
    show: (next) => {
      picture = next;
      writeLegend(legend, picture, options.labels, options.theme, dpr);
      // The legend may have taken room from the plate, or given some back.
      refit();
      redraw(options.reducedMotion ? 0 : settling);
    },
    play: async (steps, { speed, reducedMotion, onStep }) => {
      endPlay?.();
      let isOver = false;
      const seconds = stepSeconds / Math.max(speed, 0.1);
      await new Promise<void>((resolve) => {
        let timer = 0;
        const finish = () => {
          if (isOver) return;
          isOver = true;
          window.clearTimeout(timer);
          playing = null;
          animate(0);
          resolve();
        };
        const begin = (index: number) => {
          const step = steps[index];
          if (!step) {
            finish();
            return;
          }
          playing = { step, places: placesOf(step), seconds, still: reducedMotion };
          animate(seconds);
          timer = window.setTimeout(() => begin(index + 1), seconds * 1000);
          onStep(index);
        };
        endPlay = finish;
        begin(0);
      });
    },
    skip: () => endPlay?.(),
    resize: () => {
      if (refit()) redraw(0);
    },
    frames: () => stage.frames(),
    destroy: () => {
      endPlay?.();
      stopListening();
      observer.disconnect();
      stage.destroy();
      root.remove();
    },
  };
}

function hasWebGL(): boolean {
  const probe = document.createElement('canvas');
  const context = probe.getContext('webgl2') ?? probe.getContext('webgl');
  // Browsers allow a page only a few of these: give this one back at once.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

function build({ labels, theme }: MapOptions) {
  const root = make('map');
  root.dataset['theme'] = theme;
  const frame = make('map-frame');
  const plate = make('map-plate');
  const moving = make('map-moving');
  const legend = make('map-legend');
  const canvas = document.createElement('canvas');
  canvas.className = 'map-land';
  for (const unspoken of [plate, legend]) unspoken.setAttribute('aria-hidden', 'true');
  const corner = make('map-buttons');
  const button = (id: string, sign: string) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.textContent = sign;
    one.setAttribute('aria-label', labels[id] ?? '');
    one.title = labels[id] ?? '';
    corner.append(one);
    return one;
  };
  const buttons = {
    zoomIn: button('zoomIn', '+'),
    zoomOut: button('zoomOut', '−'),
    zoomHome: button('zoomHome', '◎'),
  };
  plate.append(canvas, moving);
  frame.append(plate, corner);
  root.append(frame, legend);
  return { root, plate, canvas, moving, legend, corner, buttons };
}

function make(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  return element;
}
