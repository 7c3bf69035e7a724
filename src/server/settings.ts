/** What the server is told by its environment, and one sentence for each value that cannot be. */
import { fileURLToPath } from 'node:url';

export interface ServerSettings {
  readonly port: number;
  /** The interface to listen on; all of them where it is left out. */
  readonly host: string | undefined;
  /** Where the log lies, unless there is a database. */
  readonly data: string;
  readonly database: string | undefined;
  readonly keepDays: number;
  readonly peers: readonly string[];
  readonly trustProxy: boolean;
  readonly key: string | undefined;
}

const usualPort = 4400;
const usualData = fileURLToPath(new URL('../../data/', import.meta.url));

/** Read the environment: PORT, HOST, DATA_DIR, DATABASE_URL, KEEP_DAYS, PEERS, TRUST_PROXY, TEACHER_KEY. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; settings: ServerSettings } | { ok: false; sentence: string } {
  const port = wholeFrom(env['PORT'], usualPort, 1, 65_535);
  if (port === null) return { ok: false, sentence: 'PORT must be a whole number from 1 to 65535.' };
  const keepDays = wholeFrom(env['KEEP_DAYS'], 30, 1, 3650);
  if (keepDays === null) return { ok: false, sentence: 'KEEP_DAYS must be a whole number from 1 to 3650.' };
  const peers = (env['PEERS'] ?? '').split(/[\s,]+/).filter((one) => one !== '');
  if (!peers.every((peer) => /^https?:\/\/[\w.:[\]-]+$/.test(peer)))
    return { ok: false, sentence: 'PEERS must be addresses like http://10.0.0.7:4400, with commas between.' };
  const database = env['DATABASE_URL'] || undefined;
  if (database !== undefined && !/^postgres(ql)?:\/\//.test(database))
    return { ok: false, sentence: 'DATABASE_URL must begin with postgres://.' };
  return {
    ok: true,
    settings: {
      port,
      keepDays,
      peers,
      database,
      host: env['HOST'] || undefined,
      data: env['DATA_DIR'] || usualData,
      trustProxy: env['TRUST_PROXY'] === '1',
      key: env['TEACHER_KEY'] || undefined,
    },
  };
}

function wholeFrom(text: string | undefined, usual: number, least: number, most: number): number | null {
  if (text === undefined || text === '') return usual;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}
