/** Opens the log that the environment asks for. */
import type { Log } from './log.ts';

/**
 * Open a log: in a database where one is named, else in a folder. What is not used is not even loaded.
 * @throws where it cannot be opened
 */
export async function openLog(database: string | undefined, folder: string): Promise<Log> {
  if (database === undefined) return (await import('./sqlite.ts')).openSqliteLog(folder);
  return (await import('./postgres.ts')).openPostgresLog(database);
}
