/** Serves the built game: its files with the right types, what a browser may keep, and the headers that hold a page to itself. */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { lanAddresses } from './banner.ts';

/**
 * Make the handler for pages and files.
 * @param folder the built game
 * @param peers further addresses that devices may turn to when this process is gone
 */
export function servePages(
  folder: string,
  peers: readonly string[],
): (request: IncomingMessage, response: ServerResponse) => void {
  const policy = policyFor(peers);
  const page = pageFor(folder, peers);
  const files = sirv(folder, {
    etag: true,
    gzip: true,
    dotfiles: false,
    setHeaders: (response, path) => {
      // Built code has its digest in its name; everything else is asked for again.
      response.setHeader(
        'Cache-Control',
        path.startsWith('/code/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', policy);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only reading.');
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/class.json') return sayAddresses(request, response);
    if (page !== null && (path === '/' || path === '/index.html')) {
      response.setHeader('Content-Type', 'text/html;charset=utf-8');
      response.setHeader('Cache-Control', 'no-cache');
      response.end(request.method === 'HEAD' ? undefined : page);
      return;
    }
    files(request, response, () => end(response, 404, 'There is no such file.'));
  };
}

/** Tell a page on this very machine under which addresses a class reaches it; nobody else is told. */
function sayAddresses({ socket }: IncomingMessage, response: ServerResponse): void {
  const isHere = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
  const addresses = isHere ? lanAddresses().map((address) => `http://${address}:${socket.localPort}`) : [];
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('X-Robots-Tag', 'noindex');
  response.setHeader('Cache-Control', 'no-store');
  response.end(JSON.stringify({ addresses }));
}

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const;

/** No script but the game's own files; no other host but the named ones. */
function policyFor(peers: readonly string[]): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src ${connectTo(peers)}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

function connectTo(peers: readonly string[]): string {
  return ["'self'", ...peers.flatMap((peer) => [peer, peer.replace(/^http/, 'ws')])].join(' ');
}

/** The page with the further addresses let through by its own policy too; null where there are none and the file serves as it is. */
function pageFor(folder: string, peers: readonly string[]): string | null {
  const file = join(folder, 'index.html');
  if (peers.length === 0 || !existsSync(file)) return null;
  return readFileSync(file, 'utf8').replace("connect-src 'self'", `connect-src ${connectTo(peers)}`);
}

function end(response: ServerResponse, status: number, sentence: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain;charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.end(`${sentence}\n`);
}
