/** Codes, tokens and other things that nobody may guess. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { codeLength, codeLetters } from '../table/classWords.ts';

/** Draw a code for a room: six letters without look-alikes. */
export function drawCode(): string {
  return Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('');
}

/** Draw a token: 144 bits as text. Only its hash is kept. */
export function drawToken(): string {
  return randomBytes(18).toString('base64url');
}

/** Draw the digits of a seed, sixteen hexadecimal ones. */
export function drawSeed(): string {
  return randomBytes(8).toString('hex');
}

/** Hash a token. It is long and drawn at random, so that nothing slower is needed. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Compare two secrets without telling by the time how much of them agrees. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  );
}
