/** The few words that stand on the plate itself beside what a step of the reveal shows. Where they stand is decided elsewhere. */
import type { Point } from './land.ts';
import type { MapStep } from './picture.ts';
import { placeLabel } from './placeLabel.ts';

interface Told {
  /** Show a step's words under a point, inside the host; nothing where it has none. */
  show(step: MapStep, under: Point): void;
  hide(): void;
}

/** Make the label inside `host`. */
export function buildTold(host: HTMLElement): Told {
  const label = document.createElement('div');
  label.className = 'map-told';
  label.hidden = true;
  // The whole sentence is announced by whoever plays the step.
  label.setAttribute('aria-hidden', 'true');
  const name = document.createElement('b');
  name.dir = 'auto';
  const arrow = document.createElement('span');
  label.append(name, arrow);
  host.append(label);
  return {
    show({ name: words, up }, [x, y]) {
      label.hidden = words === '';
      if (words === '') return;
      name.textContent = words;
      arrow.textContent = up === undefined ? '' : up ? '↑' : '↓';
      placeLabel(label, host, { left: x, right: x, top: y, bottom: y }, 'below', away);
    },
    hide() {
      label.hidden = true;
    },
  };
}

/** From the middle of the mark, in CSS pixels. */
const away = 22;
