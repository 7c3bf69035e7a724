/** A brush that paints with a canvas's pen: what stands still on the map is drawn with it once, in full smoothness. */
import { colourOf } from './strokes.ts';
import type { Brush } from './brush.ts';

/** Make a brush out of a pen whose unit is the CSS pixel; `letters` are those of seals. */
export function penBrush(pen: CanvasRenderingContext2D, letters: string): Brush {
  let [lineAlpha, fillAlpha] = [1, 1];
  pen.lineJoin = 'round';
  pen.lineCap = 'butt';
  const stroke = () => {
    pen.globalAlpha = lineAlpha;
    pen.stroke();
    pen.globalAlpha = 1;
  };
  const fill = () => {
    pen.globalAlpha = fillAlpha;
    pen.fill();
    pen.globalAlpha = 1;
  };
  const circle = (x: number, y: number, radius: number) => {
    pen.beginPath();
    pen.arc(x, y, radius, 0, Math.PI * 2);
  };
  return {
    lineStyle(width, colour, alpha = 1) {
      pen.lineWidth = width;
      pen.strokeStyle = colourOf(colour);
      lineAlpha = alpha;
    },
    fillStyle(colour, alpha = 1) {
      pen.fillStyle = colourOf(colour);
      fillAlpha = alpha;
    },
    strokeCircle(x, y, radius) {
      circle(x, y, radius);
      stroke();
    },
    fillCircle(x, y, radius) {
      circle(x, y, radius);
      fill();
    },
    slice(x, y, radius, from, to) {
      pen.beginPath();
      pen.moveTo(x, y);
      pen.arc(x, y, radius, from, to);
      pen.closePath();
    },
    beginPath: () => pen.beginPath(),
    moveTo: (x, y) => pen.moveTo(x, y),
    lineTo: (x, y) => pen.lineTo(x, y),
    closePath: () => pen.closePath(),
    strokePath: stroke,
    fillPath: fill,
    seal(x, y, letter, colour, ground) {
      circle(x, y, 10.5);
      pen.fillStyle = colourOf(ground);
      pen.fill();
      pen.lineWidth = 2.4;
      pen.strokeStyle = colourOf(colour);
      pen.stroke();
      pen.font = `600 13px ${letters}`;
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillStyle = colourOf(colour);
      pen.fillText(letter, x, y + 0.5);
    },
  };
}
