/** The small label beside whatever the pointer or the focus is on. What it says comes ready-made. */
import type { Box } from './land.ts';

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
      const { clientWidth: width, clientHeight: height } = host;
      const { offsetWidth: own, offsetHeight: tall } = label;
      const middle = (near.left + near.right) / 2 - own / 2;
      const isAbove = near.top - tall - 8 > 4;
      const x = Math.max(6, Math.min(width - own - 6, middle));
      const y = isAbove ? near.top - tall - 8 : Math.min(height - tall - 6, near.bottom + 8);
      label.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    },
    hide() {
      label.hidden = true;
    },
  };
}
