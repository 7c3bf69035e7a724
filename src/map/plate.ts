/** Builds the map's boxes: the sheet of drawn land, the stage above it, the things over both, legend and tools below. Draws nothing. */
import type { MapOptions } from './picture.ts';

export interface Plate {
  root: HTMLElement;
  plate: HTMLElement;
  /** Holds what is drawn still; carried along while the camera moves. */
  sheet: HTMLElement;
  /** Two drawings of the land, one fading into the other. */
  lands: [HTMLCanvasElement, HTMLCanvasElement];
  names: HTMLCanvasElement;
  moving: HTMLElement;
  things: HTMLElement;
  tips: HTMLElement;
  hands: HTMLElement;
  key: HTMLElement;
  tools: { zoomIn: HTMLButtonElement; zoomOut: HTMLButtonElement; zoomHome: HTMLButtonElement };
}

/** Make the boxes, in the reader's words. */
export function buildPlate({ labels, onText }: Pick<MapOptions, 'labels' | 'onText'>): Plate {
  const word = (id: string) => labels[id] ?? '';
  const root = make('div', 'map');
  const frame = make('div', 'map-frame');
  const plate = make('div', 'map-plate');
  const sheet = make('div', 'map-sheet');
  const lands: Plate['lands'] = [canvas('map-land'), canvas('map-land')];
  const names = canvas('map-names');
  const moving = make('div', 'map-moving');
  const things = make('div', 'map-things');
  things.setAttribute('role', 'group');
  things.setAttribute('aria-label', word('places'));
  const tips = make('div', 'map-tips');
  plate.setAttribute('aria-hidden', 'true');
  sheet.append(...lands, names);
  plate.append(sheet, moving);
  frame.append(plate, things, tips);

  const foot = make('div', 'map-foot');
  const hands = make('ul', 'map-hands');
  const row = make('div', 'map-tools');
  const tool = (id: string, icon: string) => {
    const button = document.createElement('button');
    button.type = 'button';
    const sign = make('span', 'icon');
    sign.dataset['icon'] = icon;
    sign.setAttribute('aria-hidden', 'true');
    button.append(sign);
    button.setAttribute('aria-label', word(id));
    button.title = word(id);
    row.append(button);
    return button;
  };
  const details = document.createElement('details');
  details.className = 'map-key';
  const summary = make('summary', 'button');
  const sign = make('span', 'icon');
  sign.dataset['icon'] = 'key';
  sign.setAttribute('aria-hidden', 'true');
  summary.append(sign, word('key'));
  const key = make('div', 'map-key-sheet');
  // Longer than a flat window: it is pushed along by key too.
  key.tabIndex = 0;
  details.append(summary, key);
  // Folds away by key, and when one goes on elsewhere.
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    summary.focus();
    event.stopPropagation();
  });
  row.append(details);
  const asText = tool('asText', 'text');
  asText.addEventListener('click', onText);
  const tools = {
    zoomIn: tool('zoomIn', 'plus'),
    zoomOut: tool('zoomOut', 'minus'),
    zoomHome: tool('zoomHome', 'whole'),
  };
  foot.append(hands, row);
  root.append(frame, foot);
  return { root, plate, sheet, lands, names, moving, things, tips, hands, key, tools };
}

function make(name: string, className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

function canvas(className: string): HTMLCanvasElement {
  const element = document.createElement('canvas');
  element.className = className;
  return element;
}
