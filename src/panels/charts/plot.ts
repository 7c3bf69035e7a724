/** The few marks of Observable Plot that charts are drawn with: a part of its own, loaded when the first chart is shown. */
export { axisX, axisY, dot, gridY, lineY, plot, ruleX, ruleY, text } from '@observablehq/plot';
