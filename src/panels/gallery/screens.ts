/** The whole screens of the gallery by name, each as it stands at one moment. Loaded when one of them is asked for. */
import { RemoteDesk, RemoteProjector, RemoteSeat } from '../../table/remoteRoom.ts';
import { Lab } from '../laboratory/lab.svelte.ts';
import { withLaboratory } from '../laboratory/opened.ts';
import type { OpenedLaboratory } from '../laboratory/opened.ts';
import { openScenario } from '../playing.ts';
import type { OpenedScenario } from '../playing.ts';
import type { RoomView } from '../class/roomView.svelte.ts';
import { fetchTexts } from '../scenarioTexts.ts';
import type { Shell } from '../shell.svelte.ts';
import { openRoomAs } from './rooms.ts';
import type { RoomState, Who } from './rooms.ts';
import type { ScreenName } from './screenNames.ts';

export { default as Desk } from '../class/Desk.svelte';
export { default as InRoom } from '../class/InRoom.svelte';
export { default as Laboratory } from '../laboratory/Laboratory.svelte';
export { default as OnWall } from '../class/OnWall.svelte';

export type Screen =
  | { readonly kind: 'desk'; readonly view: RoomView<RemoteDesk> }
  | { readonly kind: 'seat'; readonly view: RoomView<RemoteSeat> }
  | { readonly kind: 'wall'; readonly view: RoomView<RemoteProjector> }
  | { readonly kind: 'laboratory'; readonly opened: OpenedLaboratory; readonly lab: Lab };

const rooms: Readonly<Record<Exclude<ScreenName, 'laboratory-run'>, readonly [Who, RoomState]>> = {
  'desk-empty': ['desk', { phase: 'lobby', empty: true }],
  'desk-lobby': ['desk', { phase: 'lobby' }],
  'desk-talks': ['desk', { phase: 'talks' }],
  'desk-orders': ['desk', { phase: 'orders', untimed: true, locked: true }],
  'desk-held': ['desk', { phase: 'talks', held: true }],
  'desk-refused': ['desk', { phase: 'report', line: 'refused' }],
  'desk-lost': ['desk', { phase: 'talks', line: 'lost' }],
  'desk-debrief': ['desk', { phase: 'debrief' }],
  'desk-gone': ['desk', { phase: 'talks', line: 'gone' }],
  'student-lobby': ['newcomer', { phase: 'lobby' }],
  'student-seated': ['student', { phase: 'lobby' }],
  'student-briefing': ['student', { phase: 'briefing' }],
  'student-talks': ['student', { phase: 'talks' }],
  'student-locked': ['student', { phase: 'orders', locked: true }],
  'student-refused': ['student', { phase: 'talks', line: 'refused' }],
  'student-lost': ['student', { phase: 'talks', line: 'lost' }],
  'student-told': ['student', { phase: 'reveal' }],
  'student-report': ['student', { phase: 'report' }],
  'student-debrief': ['student', { phase: 'debrief' }],
  'student-gone': ['student', { phase: 'talks', line: 'gone' }],
  'looker-talks': ['looker', { phase: 'talks' }],
  'wall-lobby': ['wall', { phase: 'lobby' }],
  'wall-talks': ['wall', { phase: 'talks', locked: true }],
  'wall-held': ['wall', { phase: 'orders', held: true, untimed: true }],
  'wall-told': ['wall', { phase: 'reveal' }],
  'wall-report': ['wall', { phase: 'report' }],
  'wall-debrief': ['wall', { phase: 'debrief' }],
  'wall-lost': ['wall', { phase: 'talks', line: 'lost' }],
  'wall-gone': ['wall', { phase: 'talks', line: 'gone' }],
};

/** Set a screen up; null where the scenario is not in order. */
export async function setUp(name: ScreenName, shell: Shell): Promise<Screen | null> {
  const scenario = await (opened ??= open(shell));
  if (!scenario) return null;
  if (name === 'laboratory-run') {
    const laboratory = await withLaboratory(scenario);
    const lab = new Lab(laboratory);
    lab.progress = 0.4;
    return { kind: 'laboratory', opened: laboratory, lab };
  }
  const [who, state] = rooms[name];
  const view = await openRoomAs(who, state, scenario, shell);
  if (isOf(view, RemoteDesk)) return { kind: 'desk', view };
  if (isOf(view, RemoteProjector)) return { kind: 'wall', view };
  return isOf(view, RemoteSeat) ? { kind: 'seat', view } : null;
}

/** Read once for all screens. */
let opened: Promise<OpenedScenario | null> | undefined;

async function open(shell: Shell): Promise<OpenedScenario | null> {
  const [entry] = shell.library;
  if (!entry) return null;
  const scenario = await openScenario(await fetchTexts(entry, shell.words.lang));
  if ('notice' in scenario) return null;
  shell.words.open(entry.id, scenario.texts.words);
  return scenario;
}

type AnyView = RoomView<RemoteDesk> | RoomView<RemoteSeat> | RoomView<RemoteProjector>;

function isOf<D extends RemoteDesk | RemoteSeat | RemoteProjector>(
  view: AnyView,
  Kind: abstract new (...args: never[]) => D,
): view is Extract<AnyView, RoomView<D>> {
  return view.device instanceof Kind;
}
