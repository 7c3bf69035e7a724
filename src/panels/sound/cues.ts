/**
 * The game's few sounds, made by the browser out of tones and rustle as they are needed: paper, wood, a bell, soft chords.
 * None imitates war. When they sound is decided elsewhere.
 */

export const cues = [
  'leaf',
  'seal',
  'accord',
  'rift',
  'swell',
  'ease',
  'relief',
  'tick',
  'bell',
  'close',
] as const;
export type Cue = (typeof cues)[number];

let context: AudioContext | null = null;

/** Sound a cue once, quietly; silent where the browser has no sound, or does not allow it yet. */
export async function sound(cue: Cue): Promise<void> {
  context ??= new AudioContext();
  if (context.state === 'suspended') await context.resume();
  made[cue](context, context.currentTime + 0.01);
}

const made: Record<Cue, (audio: AudioContext, at: number) => void> = {
  // A sheet is turned: rustle that rises and is gone.
  leaf: (audio, at) => rustle(audio, at, 0.16, 2600, 0.05),
  // A stamp on paper.
  seal: (audio, at) => {
    tone(audio, at, 96, 0.16, 0.16, 0.004);
    rustle(audio, at, 0.05, 900, 0.05);
  },
  // A fifth that opens into an octave.
  accord: (audio, at) => {
    for (const [pitch, later] of [
      [294, 0],
      [440, 0.12],
      [588, 0.24],
    ] as const)
      tone(audio, at + later, pitch, 1.1, 0.06, 0.03);
  },
  // Two neighbours that rub, and fall.
  rift: (audio, at) => {
    tone(audio, at, 311, 0.9, 0.06, 0.02);
    tone(audio, at + 0.02, 294, 1.1, 0.06, 0.02, 277);
  },
  swell: (audio, at) => tone(audio, at, 110, 1.2, 0.11, 0.5, 104),
  ease: (audio, at) => tone(audio, at, 330, 1.1, 0.05, 0.4, 349),
  // A warm third, one note after the other.
  relief: (audio, at) => {
    tone(audio, at, 392, 0.9, 0.05, 0.05);
    tone(audio, at + 0.18, 494, 1.1, 0.05, 0.05);
  },
  // A knock on wood, twice.
  tick: (audio, at) => {
    for (const later of [0, 0.17]) tone(audio, at + later, 1150, 0.05, 0.08, 0.002, 800);
  },
  bell: (audio, at) => {
    for (const [pitch, loud] of [
      [784, 0.05],
      [1570, 0.02],
      [2110, 0.012],
    ] as const)
      tone(audio, at, pitch, 1.6, loud, 0.004);
  },
  // The last chord, wide and slow.
  close: (audio, at) => {
    for (const [pitch, later] of [
      [147, 0],
      [220, 0.15],
      [294, 0.3],
      [370, 0.45],
    ] as const)
      tone(audio, at + later, pitch, 2.2, 0.05, 0.3);
  },
};

/** A tone that comes in over `rise` seconds and dies away; it glides where `to` is given. */
function tone(
  audio: AudioContext,
  at: number,
  pitch: number,
  lasting: number,
  loud: number,
  rise: number,
  to = pitch,
): void {
  const source = audio.createOscillator();
  source.type = 'sine';
  source.frequency.setValueAtTime(pitch, at);
  source.frequency.linearRampToValueAtTime(to, at + lasting);
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loud, at + rise);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + lasting);
  source.connect(volume).connect(audio.destination);
  source.start(at);
  source.stop(at + lasting);
}

/** The rustle of paper: noise in a narrow band whose pitch moves up. */
function rustle(audio: AudioContext, at: number, lasting: number, pitch: number, loud: number): void {
  const length = Math.ceil(audio.sampleRate * lasting);
  const grain = audio.createBuffer(1, length, audio.sampleRate);
  const samples = grain.getChannelData(0);
  for (let index = 0; index < length; index += 1) samples[index] = Math.random() * 2 - 1;
  const source = audio.createBufferSource();
  source.buffer = grain;
  const band = audio.createBiquadFilter();
  band.type = 'bandpass';
  band.Q.value = 0.8;
  band.frequency.setValueAtTime(pitch * 0.6, at);
  band.frequency.linearRampToValueAtTime(pitch * 1.3, at + lasting);
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loud, at + lasting * 0.3);
  volume.gain.linearRampToValueAtTime(0, at + lasting);
  source.connect(band).connect(volume).connect(audio.destination);
  source.start(at);
}
