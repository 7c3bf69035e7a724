/** Writes a compressed copy beside each built file, so that a school's slow line carries a third of the weight. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);
const worthwhile = 1024;

/** Compress every text file of a folder that has no newer copy yet. */
export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(js|css|html|json|svg|ftl|txt|webmanifest)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = await stat(path);
    const there = await stat(`${path}.gz`).catch(() => null);
    if (size < worthwhile || (there && there.mtimeMs >= mtimeMs)) continue;
    await writeFile(`${path}.gz`, await pack(await readFile(path), { level: 9 }));
  }
}
