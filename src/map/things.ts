/**
 * What can be reached on the map by key, as elements over the plate: the capitals' seals in its edge, what is told of the
 * theatres beside Syria, and unseen spots for all else. One stop for the Tab key; arrow keys walk from thing to thing.
 */
import { sealInset } from './capitals.ts';
import type { Callout, Columns } from './callouts.ts';
import { layCallouts } from './callouts.ts';
import type { Box, Land } from './land.ts';
import type { Marks } from './marks.ts';
import { tells } from './marks.ts';
import type { MapPicture, ThingKind } from './picture.ts';
import { lineHeight, toScreen } from './view.ts';
import type { View } from './view.ts';

export interface Things {
  /** Write the names and values of a picture. */
  write(picture: MapPicture): void;
  /** Stand everything where the view has it; gives back the lines from texts to their rings. */
  place(marks: Marks, land: Land, view: View): Callout[];
  /** Set off what a step of the reveal concerns; nothing when empty. */
  tell(ids: readonly string[]): void;
  /** Boxes that hide what lies under them. */
  boxes(): (Box & { text: string })[];
}

interface Reports {
  onTouch(id: string, kind: ThingKind): void;
  /** Called with the thing that has the focus, or nothing. */
  onPoint(thing: { name: string; tip: string; box: Box } | null): void;
  /** Called when texts beside Syria have become larger or smaller: their letters have come. */
  onResize(): void;
}

/** Fill `host`, which lies over the plate, with things. */
export function buildThings(host: HTMLElement, reports: Reports): Things {
  const made = new Map<string, HTMLButtonElement>();
  const groups = new Map<string, HTMLElement>();
  const tips = new Map<string, string>();
  let current = '';
  const watcher = new ResizeObserver(reports.onResize);

  function thing(kind: ThingKind, id: string, name: string, tip: string): HTMLButtonElement {
    const key = `${kind} ${id}`;
    let button = made.get(key);
    if (!button) {
      button = document.createElement('button');
      button.type = 'button';
      button.dataset['thing'] = key;
      button.addEventListener('click', () => reports.onTouch(id, kind));
      made.set(key, button);
    }
    // What is seen on it is its name; what else there is to know describes it.
    button.setAttribute('aria-description', tip);
    tips.set(key, `${name}\n${tip}`);
    return button;
  }

  function focusOn(button: HTMLButtonElement): void {
    current = button.dataset['thing'] ?? '';
    for (const one of made.values()) one.tabIndex = one === button ? 0 : -1;
  }

  host.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    focusOn(target);
    if (!target.matches(':focus-visible')) return;
    const [name = '', tip = ''] = (tips.get(current) ?? '').split('\n');
    reports.onPoint({ name, tip, box: boxOf(target, host) });
  });
  host.addEventListener('focusout', () => reports.onPoint(null));
  host.addEventListener('keydown', (event) => {
    const direction = directions[event.key];
    const from = made.get(current);
    if (!direction || !from || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nearest(from, [...made.values()], direction);
    event.preventDefault();
    event.stopPropagation();
    next?.focus();
  });

  return {
    write(picture) {
      host.replaceChildren();
      groups.clear();
      watcher.disconnect();
      for (const { id, name, tip, initial, mine } of picture.capitals) {
        const button = thing('capital', id, name, tip);
        button.className = 'map-capital';
        button.dataset['mine'] = String(mine);
        const way = element('i', 'map-way');
        const seal = element('span', 'seal', initial);
        seal.dataset['capital'] = id;
        seal.setAttribute('aria-hidden', 'true');
        button.replaceChildren(way, seal, element('span', 'map-name', name));
        host.append(button);
      }
      for (const { id, name, word, tip } of picture.theatres) {
        const group = element('div', 'map-callout');
        const button = thing('theatre', id, name, tip);
        button.replaceChildren(element('b', '', name), element('span', '', word));
        group.append(button);
        for (const clock of picture.clocks.filter(({ theatre }) => theatre === id)) {
          const own = thing('clock', clock.id, clock.name, clock.tip);
          own.replaceChildren(dial(clock.filled), element('span', '', clock.name));
          group.append(own);
        }
        groups.set(id, group);
        host.append(group);
        watcher.observe(group);
      }
      for (const { id, name, tip } of picture.governorates) {
        const button = thing('governorate', id, name, tip);
        button.className = 'map-spot';
        button.setAttribute('aria-label', name);
        host.append(button);
      }
      const first = made.get(current) ?? made.values().next().value;
      if (first) focusOn(first);
    },

    place(marks, land, view) {
      for (const capital of marks.capitals) {
        const button = made.get(`capital ${capital.id}`);
        if (!button) continue;
        button.dataset['side'] = capital.side;
        const inset = sealInset * view.edges.rem;
        const start =
          capital.side === 'end'
            ? `calc(${capital.x + inset}px - 100%)`
            : capital.side === 'row'
              ? `calc(${capital.x}px - 50%)`
              : `${capital.x - inset}px`;
        const above = { row: 24, line: lineHeight / 2, top: 27, start: 22, end: 22 }[capital.side];
        button.style.transform = `translate(${start}, ${capital.y - above * view.edges.rem}px)`;
        button.style.setProperty('--bearing', `${capital.bearing}rad`);
      }
      for (const { id, heart } of land.governorates) {
        const spot = made.get(`governorate ${id}`);
        const [x, y] = toScreen(view, heart);
        if (spot) spot.style.transform = `translate(${x - 10}px, ${y - 10}px)`;
      }
      const isTold = tells(view);
      host.dataset['tells'] = String(isTold);
      if (!isTold) {
        for (const { id, x, y } of marks.theatres) {
          const group = groups.get(id);
          if (group) group.style.transform = `translate(${x - 10}px, ${y - 10}px)`;
        }
        return [];
      }
      const columns = columnsOf(marks, view, land);
      host.style.setProperty('--column', `${Math.floor(columns.start.right - columns.start.left)}px`);
      const told = marks.theatres.flatMap(({ id, x, y, radius }) => {
        const group = groups.get(id);
        if (!group) return [];
        return [{ id, at: [x, y] as const, radius, width: group.offsetWidth, height: group.offsetHeight }];
      });
      const callouts = layCallouts(told, columns);
      for (const { id, box } of callouts) {
        const group = groups.get(id);
        if (group) group.style.transform = `translate(${box.left}px, ${box.top}px)`;
      }
      return callouts;
    },

    tell(ids) {
      for (const [key, button] of made) {
        const isTold = ids.includes(key.slice(key.indexOf(' ') + 1));
        button.toggleAttribute('data-told', isTold);
      }
    },

    boxes() {
      const shown = [...host.querySelectorAll<HTMLElement>('.map-capital')];
      if (host.dataset['tells'] === 'true') shown.push(...groups.values());
      return shown.map((one) => ({ ...boxOf(one, host), text: one.textContent ?? '' }));
    },
  };
}

/** The columns beside Syria, below the seals that sit in the same edge. */
function columnsOf(marks: Marks, view: View, land: Land): Columns {
  const { edges, width, height } = view;
  const left = land.syria.left * view.home;
  const right = land.syria.right * view.home;
  const room = Math.min(edges.side - 6, (width - (right - left)) / 2);
  const top = (side: 'start' | 'end') =>
    Math.max(
      12,
      ...marks.capitals.filter((one) => one.side === side).map(({ y, radius }) => y + radius + 16),
    );
  const column = (from: number, side: 'start' | 'end'): Box => ({
    left: from,
    right: from + room - 12,
    top: top(side),
    bottom: height - 14,
  });
  return { start: column(12, 'start'), end: column(width - room, 'end') };
}

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Find the thing that lies next in a direction; what lies off to the side counts as farther. */
function nearest(
  from: HTMLElement,
  all: readonly HTMLButtonElement[],
  [x, y]: readonly [number, number],
): HTMLButtonElement | undefined {
  const middle = (one: HTMLElement) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  };
  const [fromX, fromY] = middle(from);
  let least = Infinity;
  let found: HTMLButtonElement | undefined;
  for (const one of all) {
    if (one === from) continue;
    const [toX, toY] = middle(one);
    const ahead = (toX - fromX) * x + (toY - fromY) * y;
    const aside = Math.abs((toX - fromX) * y) + Math.abs((toY - fromY) * x);
    const far = ahead + aside * 2.2;
    if (ahead > 2 && far < least) [least, found] = [far, one];
  }
  return found;
}

function boxOf(one: HTMLElement, host: HTMLElement): Box {
  const own = one.getBoundingClientRect();
  const around = host.getBoundingClientRect();
  return {
    left: own.left - around.left,
    right: own.right - around.left,
    top: own.top - around.top,
    bottom: own.bottom - around.top,
  };
}

function element(name: string, className: string, text = ''): HTMLElement {
  const one = document.createElement(name);
  if (className !== '') one.className = className;
  if (text !== '') {
    one.textContent = text;
    one.dir = 'auto';
  }
  return one;
}

const quarters = [
  'M0 0V-10A10 10 0 0 1 10 0Z',
  'M0 0H10A10 10 0 0 1 0 10Z',
  'M0 0V10A10 10 0 0 1 -10 0Z',
  'M0 0H-10A10 10 0 0 1 0 -10Z',
];

/** A dial of four quarters, filled clockwise from the top. */
function dial(filled: number): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawn = document.createElementNS(space, 'svg');
  drawn.setAttribute('viewBox', '-12 -12 24 24');
  quarters.forEach((quarter, index) => {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', quarter);
    if (index < filled) path.setAttribute('class', 'full');
    drawn.append(path);
  });
  return drawn;
}
