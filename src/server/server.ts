/** The classroom's server: pages and rooms at one address. What it is started with is read in `main.ts`. */
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Limits } from './limits.ts';
import { usualLimits } from './limits.ts';
import type { Log } from './log/log.ts';
import { servePages } from './pages.ts';
import { Rooms } from './rooms.ts';
import { readScenarios } from './scenarios.ts';
import { listenToDevices } from './sockets.ts';

export interface ServerOptions {
  readonly log: Log;
  /** 0 for any free port. */
  readonly port: number;
  /** The interface to listen on; all of them where it is left out. */
  readonly host?: string | undefined;
  /** Folder of the built game; nothing but rooms is served where it is left out. */
  readonly pages?: string | undefined;
  /** Addresses of other processes on the same log, as devices reach them. */
  readonly peers?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly trustProxy?: boolean;
  readonly key?: string | undefined;
  readonly webSockets?: boolean;
  /** Days that a room is kept; 30 by default. */
  readonly keepDays?: number;
  /** How long a device may be gone, after its line broke and after a restart, before it counts as away; in milliseconds. */
  readonly patience?: { readonly dropped: number; readonly restart: number };
  readonly report?: (error: unknown) => void;
}

export interface RunningServer {
  readonly port: number;
  readonly rooms: Rooms;
  /** Stop at once; what was acknowledged is in the log. */
  stop(): Promise<void>;
}

const day = 86_400_000;
const usualPatience = { dropped: 3000, restart: 15_000 };

/**
 * Start the server.
 * @throws where the port cannot be had
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log, pages, peers = [], keepDays = 30, report = reportShortly } = options;
  const { dropped, restart } = options.patience ?? usualPatience;
  const now = (): number => Date.now();
  const rooms = new Rooms({
    log,
    scenarios: readScenarios(report),
    now,
    report,
    keep: keepDays * day,
    returnWithin: restart,
  });
  const http = createServer(
    { requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: 16_384 },
    pages === undefined ? noPages : servePages(pages, peers),
  );
  const devices = listenToDevices(http, {
    rooms,
    limits: { ...usualLimits, ...options.limits },
    origins: peers,
    trustProxy: options.trustProxy ?? false,
    key: options.key,
    dropAfter: dropped,
    webSockets: options.webSockets ?? true,
    now,
    report,
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, options.host, () => resolve());
  });
  await rooms.sweep();
  return {
    port: (http.address() as AddressInfo).port,
    rooms,
    stop: async () => {
      await rooms.stop();
      http.closeAllConnections();
      await devices.close();
      await log.close();
    },
  };
}

const noPages: RequestListener = (_, response) => {
  response.statusCode = 404;
  response.end();
};

/** Say what went wrong with us, without a word of what anybody sent. */
function reportShortly(error: unknown): void {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
