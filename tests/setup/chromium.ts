/**
 * Finds, unpacks and starts the browser that the tests look through. On Linux x64 it comes from the package
 * registry; elsewhere the machine's own Chrome or Edge is used. What is tested does not belong here.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from 'playwright';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// --no-sandbox: continuous integration runs as root, where Chromium's sandbox refuses to start.
// The others give WebGL drawn by the processor.
const args = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

type Browser =
  | { from: 'registry'; folder: string }
  | { from: 'machine'; executablePath: string }
  | { from: 'nowhere' };

/**
 * Says how Playwright is to start the browser: path, arguments, environment. Touches nothing on disk, so the
 * registry's browser may not be unpacked yet: call `unpackChromium` before launching.
 */
export function launchOptions(): LaunchOptions {
  const browser = findBrowser();
  if (browser.from === 'nowhere') return { channel: 'chrome', args };
  if (browser.from === 'machine') return { executablePath: browser.executablePath, args };
  const libraries = [join(browser.folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
  return {
    executablePath: join(browser.folder, 'chromium'),
    args,
    env: {
      ...definedOnly(process.env),
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(browser.folder, 'fonts.conf'),
    },
  };
}

/**
 * Makes the browser ready; returns null, or one sentence that says why there is none. Several processes may
 * call it at once: each unpacks into a folder of its own, and the first to finish gives its folder the name
 * that all look for, so nobody ever starts a half-written program.
 */
export async function unpackChromium(): Promise<string | null> {
  const browser = findBrowser();
  if (browser.from === 'machine') return null;
  if (browser.from === 'nowhere') {
    return 'No browser found for the tests: install Chrome or Edge, or set CHROME_PATH to the program file of a Chromium.';
  }
  if (existsSync(browser.folder)) return null;
  const own = `${browser.folder}.${process.pid}`;
  mkdirSync(own, { recursive: true });
  const temporaryFolder = process.env['TMPDIR'];
  // The package unpacks into the temporary folder and takes any `chromium` that already lies there for its own.
  process.env['TMPDIR'] = own;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(packageFolder(), 'bin', 'al2023.tar.br'));
    writeFileSync(join(own, 'fonts.conf'), fontSettings(join(browser.folder, 'fonts')));
  } finally {
    if (temporaryFolder === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporaryFolder;
  }
  try {
    renameSync(own, browser.folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(browser.folder)) throw error;
  }
  return null;
}

/** Tells whether screenshots may be compared with stored ones: only the registry's browser draws the same pixels everywhere. */
export function screenshotsCompare(): boolean {
  return findBrowser().from === 'registry';
}

function findBrowser(): Browser {
  const asked = process.env['CHROME_PATH'];
  if (asked) return { from: 'machine', executablePath: asked };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as {
      version: string;
    };
    return { from: 'registry', folder: join(root, '.chromium', version) };
  }
  const executablePath = usualPlaces().find((path) => existsSync(path));
  return executablePath ? { from: 'machine', executablePath } : { from: 'nowhere' };
}

/**
 * Makes the browser write with the font that came with it, so that text is as wide on every machine; the
 * machine's own fonts only fill in the letters that it lacks.
 */
function fontSettings(folder: string): string {
  const families = ['sans-serif', 'system-ui', 'serif']
    .map(
      (family) =>
        `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
    )
    .join('\n  ');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  ${families}
</fontconfig>
`;
}

function packageFolder(): string {
  return join(root, 'node_modules', '@sparticuz', 'chromium');
}

/** Lists where Chrome, then Edge, are installed on this kind of machine. */
function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    return ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(
      (path) => folders.map((folder) => `${folder}\\${path}`),
    );
  }
  return [
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
  ];
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
