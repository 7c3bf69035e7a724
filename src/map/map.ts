/**
 * The map as its callers see it: shows a picture, plays a reveal, reports touches, knows no rule. It holds the drawn land
 * (drawLand.ts, drawNames.ts), the things over it (things.ts) and Phaser's stage between (stage.ts), loaded only where
 * WebGL works: elsewhere the same map stands still.
 */
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import './map.css';
import type { Callout } from './callouts.ts';
import { drawLand, traceOutlines } from './drawLand.ts';
import { drawNames, measureOn, placeNames } from './drawNames.ts';
import type { PlacedName } from './drawNames.ts';
import type { Brush } from './brush.ts';
import { findGraphics, penOf } from './graphics.ts';
import type { Graphics } from './graphics.ts';
import { listen } from './hands.ts';
import { readInk } from './ink.ts';
import { readLand } from './land.ts';
import type { Point } from './land.ts';
import { writeLegend } from './legend.ts';
import { layOut, touchedAt } from './marks.ts';
import { paintMarks, paintSwinging, settling } from './paintMarks.ts';
import { paintHoldings, paintStep } from './paintSteps.ts';
import { penBrush } from './penBrush.ts';
import type { MapHandle, MapOptions, MapPicture, MapStep, ThingKind } from './picture.ts';
import { concernedBy, focusOf, placesOf, wordsOf } from './places.ts';
import { buildPlate } from './plate.ts';
import { fineCell } from './relief.ts';
import { shadeBeside } from './shadeBeside.ts';
import { buildThings } from './things.ts';
import type { Stage } from './stage.ts';
import { buildTip } from './tip.ts';
import { buildTold } from './told.ts';
import { between, homeView, isHome, leaning, moved, toPlane, toScreen, zoomed } from './view.ts';
import type { View } from './view.ts';

/** Seconds that a step of the reveal lasts at speed 1, and that the camera takes. */
const stepSeconds = 1.3;
const travelSeconds = 0.55;
/** How much closer the camera comes to a place that is told of. */
const closeness = 1.32;
/** Milliseconds after the last touch until all is drawn anew. */
const quiet = 110;
/** Canvas pixels of the land at most: beyond that, old tablets run out of memory. */
const mostPixels = 6_000_000;
/** How far a step is painted that stands still: all that it has to say is there. */
const stillPart = 0.55;
const nothing: MapPicture = { governorates: [], theatres: [], capitals: [], ties: [], clocks: [], note: '' };

/** Open the map inside `parent`, which has a size of its own; rejected with a sentence where nothing can be drawn. */
export async function openMap(parent: HTMLElement, options: MapOptions): Promise<MapHandle> {
  const graphics = findGraphics();
  const isStill = options.reducedMotion || graphics === 'none';
  const land = readLand(options.region);
  const outlines = traceOutlines(land);
  const boxes = buildPlate(options);
  const { root, plate, sheet } = boxes;
  if (!penOf(boxes.names, graphics)) throw new Error('this browser cannot draw the map');
  parent.append(root);
  const ink = readInk(root);
  const shaded = shadeBeside(land, { shadow: ink.relief, light: ink.plain, cell: fineCell });
  const tip = buildTip(boxes.tips);
  const told = buildTold(boxes.tips);
  const things = buildThings(boxes.things, {
    onTouch: options.onTouch,
    onPoint: (thing) => (thing ? tip.show(thing.name, thing.tip, thing.box) : tip.hide()),
    onResize: () => {
      if (!isOpen || travel || playing) return;
      window.clearTimeout(rewriting);
      rewriting = window.setTimeout(() => {
        callouts = things.place(marks, land, view);
        writeNames();
        stage.wake(0);
      }, quiet);
    },
  });

  let picture = nothing;
  let drawnShares = '';
  let front = 0;
  /** What the reader looks at; for which view the land is drawn; and what the camera shows on its way. */
  let view = fitted();
  let drawn = view;
  let travel: { from: View; begun: number } | null = null;
  let marks = layOut(picture, land, view);
  let callouts: Callout[] = [];
  let written: PlacedName[] = [];
  let settledAt = -settling;
  let placed: ReturnType<typeof placeNames> = { names: [], places: [] };
  let playing: { step: MapStep; begun: number; seconds: number } | null = null;
  /** The step told last: it stays to be read until the next one, or until the map is to rest. */
  let held: MapStep | null = null;
  /** Theatres whose rings swing after a change, and what the drawing of all that stands still leaves out. */
  let stirred: ReadonlySet<string> = new Set();
  let leftOut = '';
  /** True while a hand moves the sheet. */
  let isDragged = false;
  let endPlay: (() => void) | null = null;
  let isOpen = true;
  let redrawing = 0;
  let rewriting = 0;
  let arriving = 0;

  const now = () => performance.now() / 1000;
  const paint = (brush: Brush, at: number): boolean => {
    const shown = viewAt(at);
    if (travel) marks = layOut(picture, land, shown);
    carry(shown);
    const moving = movingAt(at);
    if (moving.key !== leftOut) drawStill(moving);
    if (moving.key === '') return false;
    if (travel || isDragged) paintMarks(brush, marks, leaders(), ink, isTelling(), moving.theatres);
    const swing = moving.step ? 0.8 : 1 - (at - settledAt) / settling;
    paintSwinging(brush, marks, ink, moving.theatres, at, swing);
    const step = moving.step ?? (travel || isDragged ? held : null);
    const part = playing ? Math.min((at - playing.begun) / playing.seconds, 1) : stillPart;
    if (step) paintStep(brush, step, placesOf(step, { marks, land, view: shown, picture }), ink, part);
    // Drawing all anew takes longer than a frame has: it waits until this one is over.
    if (travel && at - travel.begun >= travelSeconds) arriving ||= window.setTimeout(arrive);
    return true;
  };
  const stage = await openStageFor(graphics).catch((reason: unknown) => {
    root.remove();
    throw reason;
  });
  const relief = await shaded;

  async function openStageFor(drawnBy: Graphics): Promise<Stage> {
    if (drawnBy === 'none') return noStage;
    const { openStage } = await import('./stage.ts');
    return openStage(boxes.moving, view.width, view.height, drawnBy === 'processor', paint);
  }

  interface Moving {
    theatres: ReadonlySet<string>;
    step: MapStep | null;
    /** Unlike that of anything else that moves; empty where nothing does. */
    key: string;
  }

  /** Say what is on the move at a time. */
  function movingAt(at: number): Moving {
    const step = playing?.step ?? null;
    const swinging = step ? [step.at, step.to ?? ''] : at - settledAt < settling ? [...stirred] : [];
    const theatres = new Set(marks.theatres.map(({ id }) => id).filter((id) => swinging.includes(id)));
    const words = [travel || isDragged ? 'all' : '', step ? 'step' : '', ...theatres].filter(Boolean);
    return { theatres, step, key: words.join(' ') };
  }

  function isTelling(): boolean {
    return playing !== null || held !== null;
  }

  /** Fine lines from texts to their rings, which move with the land. */
  function leaders(): Point[][] {
    return callouts.map(({ id, leader }) => {
      const theatre = marks.theatres.find((one) => one.id === id);
      return [leader[0], theatre && travel ? [theatre.x, theatre.y] : leader[1]];
    });
  }

  /** Draw what does not move: marks and names, and a step that has been told. */
  function drawStill(moving: Moving = movingAt(now())): void {
    leftOut = moving.key;
    const canvas = boxes.names;
    const pen = penOf(canvas, graphics);
    if (!pen) return;
    const dpr = canvas.width / view.width;
    pen.setTransform(dpr, 0, 0, dpr, 0, 0);
    pen.clearRect(0, 0, view.width, view.height);
    const brush: Brush = penBrush(pen, ink.serif);
    if (!travel && !isDragged) paintMarks(brush, marks, leaders(), ink, isTelling(), moving.theatres);
    const places = held && !travel && !isDragged ? placesOf(held, { marks, land, view, picture }) : undefined;
    if (places) paintHoldings(brush, places, ink);
    written = drawNames(pen, placed, ink);
    if (held && places && !moving.step) paintStep(brush, held, places, ink, stillPart);
  }

  /** Write the words of the step that is told, where the camera will have come to rest. */
  function writeTold(): void {
    const ground = { marks: travel ? layOut(picture, land, view) : marks, land, view, picture };
    const under = held && wordsOf(placesOf(held, ground), held);
    if (held && under) told.show(held, under);
    else told.hide();
  }

  function fitted(): View {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    return homeView(land, Math.max(plate.clientWidth, 40), Math.max(plate.clientHeight, 40), rem);
  }

  function viewAt(at: number): View {
    if (!travel) return view;
    const part = Math.min(1, Math.max(0, (at - travel.begun) / travelSeconds));
    return between(travel.from, view, part * part * (3 - 2 * part));
  }

  /** Carry the drawn sheet to where a view has it, until it is drawn anew. */
  function carry(shown: View): void {
    const scale = shown.scale / drawn.scale;
    const [x, y] = [shown.x - drawn.x * scale, shown.y - drawn.y * scale];
    const isThere = Math.abs(scale - 1) < 0.0005 && Math.abs(x) + Math.abs(y) < 0.1;
    sheet.style.transform = isThere ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
  }

  function pixelsFor({ width, height }: View): number {
    return Math.min(window.devicePixelRatio || 1, 3, Math.sqrt(mostPixels / (width * height)));
  }

  /** Draw the land for a view; `fades` lets it grow out of what was there. */
  function drawSheet(of: View, fades: boolean): void {
    const dpr = pixelsFor(of);
    if (fades) front = 1 - front;
    const [own, other] = front === 0 ? boxes.lands : [boxes.lands[1], boxes.lands[0]];
    own.width = Math.round(of.width * dpr);
    own.height = Math.round(of.height * dpr);
    const pen = penOf(own, graphics);
    if (!pen) return;
    drawLand(pen, land, outlines, relief, of, picture, ink, dpr);
    drawn = of;
    own.classList.toggle('fades-in', fades);
    own.classList.remove('is-under');
    other.classList.remove('fades-in');
    other.classList.add('is-under');
    if (!fades) other.width = 0;
  }

  /** Draw everything anew for the view that is looked at. */
  function redraw(seconds: number, fades = false): void {
    window.clearTimeout(redrawing);
    travel = null;
    isDragged = false;
    drawSheet(view, fades);
    carry(view);
    marks = layOut(picture, land, view);
    callouts = things.place(marks, land, view);
    writeNames();
    writeTold();
    plate.style.touchAction = isHome(view) ? 'pan-y' : 'none';
    plate.classList.remove('is-travelling');
    stage.wake(seconds);
  }

  function writeNames(): void {
    const dpr = pixelsFor(view);
    const canvas = boxes.names;
    canvas.width = Math.round(view.width * dpr);
    canvas.height = Math.round(view.height * dpr);
    const pen = penOf(canvas, graphics);
    if (!pen) return;
    const covered = things.boxes();
    const lines = callouts.flatMap(({ leader: [from, to] }) =>
      Array.from({ length: 12 }, (_, index): Point => [
        from[0] + ((to[0] - from[0]) * index) / 11,
        from[1] + ((to[1] - from[1]) * index) / 11,
      ]),
    );
    placed = placeNames(land, view, picture, marks, options.labels, measureOn(pen, ink), covered, lines);
    drawStill();
  }

  /** Take over the plate's size and letters; says whether they have changed. */
  function refit(): boolean {
    const next = fitted();
    if (next.width === view.width && next.height === view.height && next.edges.rem === view.edges.rem)
      return false;
    const { width, height, home, edges } = next;
    view = isHome(view) ? next : zoomed({ ...view, width, height, home, edges }, land, 1, [0, 0]);
    stage.resize(width, height);
    return true;
  }

  /** Look at another part of the sheet: what is drawn moves along at once, and is drawn anew when the hand rests. */
  function look(next: View): void {
    travel = null;
    view = next;
    tip.hide();
    const [left, top] = toScreen(view, toPlane(drawn, [0, 0]));
    const [right, bottom] = toScreen(view, toPlane(drawn, [drawn.width, drawn.height]));
    const isBare = left > 0 || top > 0 || right < view.width || bottom < view.height;
    if (isBare || Math.abs(Math.log(view.scale / drawn.scale)) > 0.7) {
      redraw(0);
      return;
    }
    carry(view);
    marks = layOut(picture, land, view);
    callouts = things.place(marks, land, view);
    isDragged = true;
    writeTold();
    stage.wake(0);
    window.clearTimeout(redrawing);
    redrawing = window.setTimeout(() => redraw(0), quiet);
  }

  /** Move the camera to a view. */
  function travelTo(next: View): void {
    if (Math.abs(next.x - view.x) + Math.abs(next.y - view.y) < 1 && next.scale === view.scale) return;
    const from = viewAt(now());
    view = next;
    // What is drawn from farthest away has an edge nowhere on the way.
    const home = fitted();
    if (drawn.scale > home.scale * 1.001) drawSheet(home, false);
    travel = { from, begun: now() };
    drawStill();
    plate.classList.add('is-travelling');
    carry(from);
    stage.wake(travelSeconds + 0.1);
  }

  function arrive(): void {
    arriving = 0;
    if (isOpen && travel) redraw(0);
  }

  const middle = (): Point => [view.width / 2, view.height / 2];
  boxes.tools.zoomIn.addEventListener('click', () => look(zoomed(view, land, 1.5, middle())));
  boxes.tools.zoomOut.addEventListener('click', () => look(zoomed(view, land, 1 / 1.5, middle())));
  boxes.tools.zoomHome.addEventListener('click', () => look(fitted()));
  let pointed = '';
  const stopListening = listen(plate, {
    tap: (at) => {
      const touched = touchedAt(at, marks, land, view, picture);
      tip.hide();
      if (touched) options.onTouch(touched.id, touched.kind);
    },
    drag: (byX, byY) => look(moved(view, land, byX, byY)),
    zoom: (factor, around) => look(zoomed(view, land, factor, around)),
    rest: () => {},
    hover: (at) => {
      const touched = at && touchedAt(at, marks, land, view, picture);
      const key = touched ? `${touched.kind} ${touched.id}` : '';
      plate.classList.toggle('is-over', key !== '');
      if (key === pointed) return;
      pointed = key;
      const known = touched && tipOf(touched.id, touched.kind);
      if (at && known)
        tip.show(known.name, known.tip, { left: at[0], right: at[0], top: at[1] - 8, bottom: at[1] + 12 });
      else tip.hide();
    },
    canZoomOut: () => !isHome(view),
  });
  function tipOf(id: string, kind: ThingKind): { name: string; tip: string } | undefined {
    const lists = {
      governorate: picture.governorates,
      theatre: picture.theatres,
      capital: picture.capitals,
      clock: picture.clocks,
    };
    return lists[kind].find((one) => one.id === id);
  }

  const observer = new ResizeObserver(() => {
    if (refit()) redraw(0);
  });
  observer.observe(plate);
  redraw(0);
  // Names are written in the game's own letters once these have come.
  const letters = ['', 'italic ', '600 '].flatMap((style) => [
    `${style}12px ${ink.serif}`,
    ...(style === 'italic ' ? [] : [`${style}12px ${ink.sans}`]),
  ]);
  const sample = Object.values(options.labels).join('').slice(0, 400);
  void Promise.all(letters.map((font) => document.fonts.load(font, sample)))
    .catch(() => undefined)
    .then(() => isOpen && redraw(0));

  return {
    show: (next) => {
      const shares = JSON.stringify(next.governorates.map(({ shares: parts }) => parts));
      const isOther = shares !== drawnShares;
      const fades = isOther && drawnShares !== '' && !isStill;
      drawnShares = shares;
      const before = new Map(picture.theatres.map(({ id, violence }) => [id, violence]));
      stirred = new Set(
        next.theatres.filter(({ id, violence }) => before.get(id) !== violence).map(({ id }) => id),
      );
      picture = next;
      things.write(picture);
      writeLegend(boxes.hands, boxes.key, picture, options.labels, ink);
      // The legend may have taken room from the plate, or given some back.
      const isOtherSize = refit();
      settledAt = isStill ? -settling : now();
      if (travel && !isOtherSize) {
        marks = layOut(picture, land, view);
        callouts = things.place(marks, land, view);
        stage.wake(settling);
      } else redraw(isStill ? 0 : settling, fades && !isOtherSize);
    },
    play: async (steps, { speed, reducedMotion, onStep }) => {
      endPlay?.();
      let isOver = false;
      const seconds = stepSeconds / Math.max(speed, 0.1);
      const standsStill = reducedMotion || graphics === 'none';
      await new Promise<void>((resolve) => {
        let timer = 0;
        const finish = () => {
          if (isOver) return;
          isOver = true;
          window.clearTimeout(timer);
          playing = null;
          drawStill();
          stage.wake(0);
          resolve();
        };
        const begin = (index: number) => {
          const step = steps[index];
          if (!step) {
            finish();
            return;
          }
          held = step;
          playing = standsStill ? null : { step, begun: now(), seconds };
          things.tell(concernedBy(step, land));
          if (!standsStill) {
            const home = fitted();
            const focus = focusOf(step, { marks: layOut(picture, land, home), land, view: home, picture });
            travelTo(focus ? leaning(home, land, focus, closeness) : home);
          }
          drawStill();
          writeTold();
          stage.wake(standsStill ? 0 : seconds);
          timer = window.setTimeout(() => begin(index + 1), seconds * 1000);
          onStep(index);
        };
        endPlay = finish;
        begin(0);
      });
    },
    rest: () => {
      endPlay?.();
      held = null;
      told.hide();
      things.tell([]);
      drawStill();
      if (!isHome(view)) {
        if (graphics === 'none') look(fitted());
        else travelTo(fitted());
      }
    },
    skip: () => endPlay?.(),
    resize: () => {
      if (refit()) redraw(0);
    },
    frames: () => stage.frames(),
    work: () => stage.work(),
    words: () => [...written, ...things.boxes()],
    destroy: () => {
      isOpen = false;
      endPlay?.();
      window.clearTimeout(redrawing);
      window.clearTimeout(rewriting);
      stopListening();
      observer.disconnect();
      stage.destroy();
      root.remove();
    },
  };
}

/** A stage for browsers that cannot draw one: nothing moves, and all that stands is drawn by others. */
const noStage: Stage = {
  wake: () => undefined,
  resize: () => undefined,
  frames: () => 0,
  work: () => [],
  destroy: () => undefined,
};
