/** The small label beside whatever the pointer or the focus is on. What it says comes ready-made. */
import type { Box } from './land.ts';
import { placeLabel } from './placeLabel.ts';

export interface Tip {
  show(name: string, text: string, near: Box): void;
  hide(): void;
}

/** Make a label inside `host`; it keeps inside it. */
export function buildTip(host: HTMLElement): Tip {
  const label = document.createElement('div');
  label.className = 'map-tip';
  label.hidden = true;
  // Read from the thing itself.
  label.setAttribute('aria-hidden', 'true');
  const title = document.createElement('b');
  const line = document.createElement('span');
  for (const one of [title, line]) one.dir = 'auto';
  label.append(title, line);
  host.append(label);
  return {
    show(name, text, near) {
      title.textContent = name;
      line.textContent = text;
      label.hidden = false;
      placeLabel(label, host, near, 'above', away);
    },
    hide() {
      label.hidden = true;
    },
  };
}

/** From the edge of the thing, in CSS pixels. */
const away = 8;
