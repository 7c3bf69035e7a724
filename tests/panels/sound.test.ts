/** The few sounds of the game: each meaningful step of the reveal has its own, with a caption; all of them are quiet, and none imitates war. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import type { MapStep } from '../../src/map/picture.ts';
import { cueOf } from '../../src/panels/sound/cueOf.ts';
import { cues, sound } from '../../src/panels/sound/cues.ts';
import { theRealScenario } from '../engine/aGame.ts';

afterEach(() => vi.unstubAllGlobals());

test('orders, pacts, breaches, violence, aid, flight, clocks, events and the ending are told apart by ear', () => {
  const { tables } = theRealScenario();
  const cue = (kind: MapStep['kind'], up = true, path = 'level.aid') =>
    cueOf({ moved: { path, from: 0, to: 0 } }, 'consequences', { kind, up }, tables);
  expect(cue('order')).toBe('leaf');
  expect(cue('pact')).toBe('accord');
  expect(cue('breach')).toBe('rift');
  expect([cue('violence'), cue('violence', false)]).toEqual(['swell', 'ease']);
  expect([cue('flow'), cue('flow', false)]).toEqual(['relief', 'swell']);
  const flight = [cue('flow', true, 'level.displaced'), cue('flow', false, 'level.displaced')];
  expect(flight).toEqual(['swell', 'relief']);
  expect(cue('flow', true, 'level.trade')).toBe('leaf');
  expect([cue('clock'), cue('event')]).toEqual(['tick', 'bell']);
  expect(cueOf({ moved: null }, 'ending', null, tables)).toBe('close');
});

test('every cue has a caption, is quiet and short, and is no bang', async () => {
  const words = readFileSync('assets/words/en.ftl', 'utf8');
  const heard = {
    loudest: 0,
    ends: 0,
    pitches: [] as number[],
    noises: [] as { band: number; loud: number }[],
  };
  vi.stubGlobal('AudioContext', anAudioContext(heard));
  for (const cue of cues) {
    expect(words).toMatch(new RegExp(`^sound-${cue} = .+`, 'm'));
    Object.assign(heard, { loudest: 0, ends: 0, pitches: [], noises: [] });
    await sound(cue);
    expect(heard.loudest, cue).toBeGreaterThan(0);
    expect(heard.loudest, cue).toBeLessThan(0.2);
    expect(heard.ends, cue).toBeLessThan(3);
    for (const pitch of heard.pitches) expect(pitch, cue).toBeGreaterThan(80);
    // What roars or bangs is loud, low noise; paper is neither.
    for (const { band, loud } of heard.noises) {
      expect(band, cue).toBeGreaterThan(500);
      expect(loud, cue).toBeLessThan(0.06);
    }
  }
});

/** A browser's sound that only remembers what it was asked to play. */
function anAudioContext(heard: {
  loudest: number;
  ends: number;
  pitches: number[];
  noises: { band: number; loud: number }[];
}) {
  let noise: { band: number; loud: number } | null = null;
  const param = (note: (value: number, at: number) => void = () => undefined) => ({
    value: 0,
    setValueAtTime: note,
    linearRampToValueAtTime: note,
    exponentialRampToValueAtTime: note,
  });
  const node = <More extends object>(more: More): More & { connect(to: object): object } =>
    Object.assign(more, { connect: (to: object) => to });
  return class {
    state = 'running';
    currentTime = 0;
    sampleRate = 8000;
    destination = {};
    createOscillator() {
      const stop = (at: number): void => void (heard.ends = Math.max(heard.ends, at));
      const frequency = param((pitch) => void heard.pitches.push(pitch));
      noise = null;
      return node({ type: '', frequency, start: () => undefined, stop });
    }
    createGain() {
      const of = noise;
      return node({
        gain: param((loud) => {
          heard.loudest = Math.max(heard.loudest, loud);
          if (of) of.loud = Math.max(of.loud, loud);
        }),
      });
    }
    createBuffer(_channels: number, length: number) {
      return { getChannelData: () => new Float32Array(length) };
    }
    createBufferSource() {
      noise = { band: Infinity, loud: 0 };
      heard.noises.push(noise);
      return node({ buffer: null, start: () => undefined });
    }
    createBiquadFilter() {
      const of = noise;
      const frequency = param((band) => {
        if (of) of.band = Math.min(of.band, band);
      });
      return node({ type: '', Q: param(), frequency });
    }
  };
}
