/** Devices that mean harm: what they send, as a stream drawn from a seed, over sockets, bare WebSockets and bare requests. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { die } from '../../src/engine/dice.ts';
import { capitals } from './aServer.ts';

export interface Target {
  readonly address: string;
  readonly code: string;
  /** A seat of its own in the room: an insider. */
  readonly token: string;
}

/** Send a number of hostile messages; what they were is the same for the same seed. */
export async function attack(
  target: Target,
  messages: number,
  seed: number,
): Promise<{ refused: number; accepted: number }> {
  const draw = drawer(seed);
  let socket = await connect(target);
  const count = { refused: 0, accepted: 0 };
  const answer = (reply: unknown): void => {
    if ((reply as { ok?: boolean } | null)?.ok === true) count.accepted++;
    else count.refused++;
  };
  const replayed = { id: 'replayed-0', command: { kind: 'reroll' } };
  for (let sent = 0; sent < messages; sent++) {
    if (!socket.connected) {
      socket.disconnect();
      socket = await connect(target);
    }
    const kind = draw(12);
    if (kind === 0) socket.emit('do', rubbish(draw, 4), answer);
    else if (kind === 1) socket.emit('greet', rubbish(draw, 4), answer);
    else if (kind === 2)
      socket.emit(['again', 'room', 'error', '__proto__', 'x'][draw(5)] ?? 'x', rubbish(draw, 3));
    else if (kind === 3) socket.emit('do', replayed, answer);
    else if (kind === 4)
      socket.emit('do', { id: `${seed}-${sent}-message`, command: outOfTurn(draw) }, answer);
    else if (kind === 5) socket.emit('do', { id: `${seed}-${sent}-message`, command: forged(draw) }, answer);
    else if (kind === 6)
      socket.emit('do', { id: `${seed}-${sent}-message`, command: outOfTurn(draw), extra: 1 }, answer);
    else if (kind === 7) socket.emit('do', new Uint8Array(draw(200)), answer);
    else if (kind === 8) socket.emit('do', ...Array.from({ length: draw(6) }, () => rubbish(draw, 2)));
    else if (kind === 9 && sent % 50 === 0)
      socket.emit('do', { id: 'x', command: 'y'.repeat(40_000) }, answer);
    else if (kind === 10 && sent % 20 === 0) await bareRequest(target, draw);
    else if (kind === 11 && sent % 40 === 0) await bareSocket(target, draw);
    else
      socket.emit(
        'do',
        { id: `${seed}-${sent}-message`, command: { kind: 'write', to: 'all', text: text(draw, 400) } },
        answer,
      );
    // As fast as a device can, but so that each answer is read.
    if (sent % 25 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  socket.disconnect();
  return count;
}

function connect({ address, code, token }: Target): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = io(address, { transports: ['websocket'], forceNew: true, reconnection: false });
    socket.on('connect', () => socket.emit('greet', { kind: 'return', code, token }, () => resolve(socket)));
    socket.on('connect_error', () => setTimeout(() => resolve(connect({ address, code, token })), 100));
  });
}

type Draw = (below: number) => number;

function drawer(seed: number): Draw {
  let drawn = 0;
  return (below) => die({ high: seed, low: 77 }, 0, 5, drawn++, below);
}

function text(draw: Draw, most: number): string {
  const letters = 'abcXYZ09_-{}[]"\\<>&;%\u0000\u202e\ud800é漢👩‍👩‍👧';
  return Array.from({ length: 1 + draw(most) }, () => letters[draw(letters.length)]).join('');
}

function rubbish(draw: Draw, depth: number): unknown {
  const kind = draw(depth > 0 ? 11 : 7);
  if (kind === 0) return null;
  if (kind === 1) return draw(2) === 0;
  if (kind === 2) return draw(2 ** 30) - 2 ** 29 + 0.5;
  if (kind === 3) return text(draw, 40);
  if (kind === 4) return ['iran', 'open', 'join', 'return', 'decide', 'lock'][draw(6)];
  if (kind === 5) return 1e308 * 10;
  if (kind === 6) return '9'.repeat(draw(500));
  if (kind === 7) return Array.from({ length: draw(8) }, () => rubbish(draw, depth - 1));
  if (kind === 8)
    return JSON.parse(`{"__proto__":{"ok":true},"constructor":{"prototype":{"ok":true}}}`) as unknown;
  const keys = ['kind', 'code', 'token', 'id', 'command', 'decision', 'seat', 'round', 'orders', 'toString'];
  return Object.fromEntries(
    Array.from({ length: draw(6) }, () => [keys[draw(keys.length)] ?? 'x', rubbish(draw, depth - 1)]),
  );
}

/** Commands of the right shape at the wrong time, from the wrong seat or beyond any rule. */
function outOfTurn(draw: Draw): unknown {
  const seat = capitals[draw(4)] ?? 'iran';
  const round = draw(9);
  const kinds: unknown[] = [
    { kind: 'decide', decision: { seat, round, kind: 'lock', orders: { moves: [{ move: 'surge' }] } } },
    { kind: 'decide', decision: { seat, round, kind: 'debrief' } },
    { kind: 'decide', decision: { seat, round, kind: 'withdraw', offer: draw(99) } },
    { kind: 'decide', decision: { seat, round, kind: 'answer', offer: draw(99), answer: 'accept' } },
    {
      kind: 'decide',
      decision: {
        seat,
        round,
        kind: 'offer',
        offer: { to: ['usa'], terms: [], from: -1, until: 99, secret: true, stake: 1e9 },
      },
    },
    { kind: 'draft', orders: { moves: [{ move: '__proto__' }] } },
    { kind: 'guess', capital: 'usa', move: 'constructor' },
    { kind: 'sit', world: 3, seat: '__proto__' },
    { kind: 'unlock' },
    { kind: 'ticket', prompt: 'x', text: '   ' },
  ];
  return kinds[draw(kinds.length)];
}

/** What only a teacher may do. */
function forged(draw: Draw): unknown {
  const kinds: unknown[] = [
    { kind: 'erase' },
    { kind: 'end' },
    { kind: 'begin' },
    { kind: 'debrief' },
    { kind: 'undo' },
    { kind: 'remove', person: 'p1' },
    { kind: 'hand', world: 0, seat: 'iran', to: 'computer' },
    { kind: 'set', settings: { freeText: true } },
    { kind: 'place', person: 'p1', world: 0, seat: 'usa' },
    { kind: 'news', text: 'forged' },
  ];
  return kinds[draw(kinds.length)];
}

async function bareRequest({ address }: Target, draw: Draw): Promise<void> {
  const paths = [
    '/socket.io/?EIO=4&transport=polling&sid=x',
    '/socket.io/?EIO=9',
    '/%00',
    '/..%2f..%2fpackage.json',
    '/a'.repeat(500),
  ];
  const method = ['GET', 'POST', 'PUT', 'DELETE'][draw(4)] ?? 'GET';
  const body = method === 'GET' ? undefined : text(draw, 2000);
  await fetch(address + (paths[draw(paths.length)] ?? '/'), { method, ...(body ? { body } : {}) })
    .then((response) => response.arrayBuffer())
    .catch(() => undefined);
}

/** Packets that no client would send. */
async function bareSocket({ address }: Target, draw: Draw): Promise<void> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  await new Promise<void>((resolve) => {
    socket.onclose = () => resolve();
    socket.onerror = () => resolve();
    socket.onopen = () => {
      const packets = [
        '40',
        '42["do"',
        '45999-["x",{"_placeholder":true,"num":0}]',
        '4',
        '99',
        '42[]',
        '42["greet"]',
        '40{"a":',
        '43999[]',
      ];
      for (let sent = 0; sent < 5; sent++) socket.send(packets[draw(packets.length)] + text(draw, 20));
      setTimeout(() => socket.close(), 5);
    };
  });
}
