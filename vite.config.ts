/** How the game is served, built and tested. What the tests do is in tests/, not here. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { titleWords } from './src/words/titleWords.ts';
import { launchOptions } from './tests/setup/chromium.ts';
import { tallyInto } from './tests/setup/tally.ts';

const tally = process.env['RED_LINES_TALLY'];
/** Small files that the first screen shares with later ones. */
const firstScreen =
  /src[\\/]panels[\\/](announce|Announcer|class[\\/](?:routes|ways)|idle|initial|keeping|Kept|newScreen|saves|scenarioTexts|settings|sound[\\/]hear)\b/;
/** Small pieces that most screens of a game share: one file, where each by itself would wait its turn on a slow line. */
const sharedParts = /src[\\/]panels[\\/](analyst[\\/]rule|Bar|rest|saveFile|Scrolled|Tabs|turns|votes)\b/;
/** What workers play with: nothing of the screens, and nothing that reads files. */
const playedWith =
  /src[\\/](engine[\\/](?!compile|counterfactual|forks|gameLength|history|layers|recordFile|scenario|statecharts[\\/](names|vocabulary))|forecast[\\/](?!games\.worker))/;

export default defineConfig({
  plugins: [svelte(), installable(), phaserInParts(), workersInParts(), titlesAhead()],
  // Relative addresses: the built folder works from any path of any web server.
  base: './',
  publicDir: 'assets',
  build: {
    // School machines outlive their updates. Chromebooks whose updates ended in 2022 stop at Chrome 103,
    // iPads of 2014 at Safari 15.6, Windows 7 and 8 at Firefox 115. The last is also the first Firefox
    // that runs module workers.
    target: ['chrome103', 'edge103', 'firefox115', 'safari15.4'],
    // dist/assets would mean two things beside the folder assets.
    assetsDir: 'code',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'phaser', test: /node_modules[\\/]phaser[\\/]/ },
            // What the rules stand on changes more seldom than the rules: the browser keeps it longer.
            { name: 'machines', test: /node_modules[\\/](xstate|zod)[\\/]/ },
            // What every screen stands on comes with the first one, in one file: on a slow line each further file waits its turn.
            {
              name: 'screens',
              test: /node_modules[\\/](svelte|clsx|esm-env)[\\/]|oxc-project|preload-helper/,
            },
            { name: 'first', test: firstScreen },
            // Short lists that stand on nothing: whoever chooses by them needs no rules yet.
            { name: 'lists', test: /src[\\/](table[\\/]classWords|engine[\\/](layers|gameLength))\b/ },
            { name: 'rules', test: playedWith },
            {
              name: 'tables',
              test: /src[\\/](engine[\\/](?!layers|gameLength)|table[\\/](?!classWords|remote))/,
            },
            { name: 'telling', test: /src[\\/]panels[\\/]reading[\\/]/ },
            { name: 'parts', test: sharedParts },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  // Known before the first page asks for them: a dependency found later reloads the page, in the middle of a test too.
  optimizeDeps: {
    include: [
      '@dagrejs/dagre',
      '@fluent/bundle',
      '@fluent/langneg',
      '@observablehq/plot',
      '@xyflow/svelte',
      'd3-geo',
      'idb-keyval',
      'phaser',
      'topojson-client',
      'xstate',
      'zod',
    ],
  },
  test: {
    reporters: tally ? ['default', tallyInto(tally)] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          maxWorkers: '100%',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts'],
          // Playouts and random games take seconds on a slow machine that does other things too.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['tests/**/*.browser.test.ts'],
          globalSetup: ['tests/setup/unpackChromium.ts'],
          testTimeout: 30_000,
          // After the rules, so that the browser has the processor for itself while pictures move.
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          maxWorkers: '100%',
          // As many walks through the screens at once as small machines have processors.
          maxConcurrency: 2,
          environment: 'node',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: ['tests/setup/unpackChromium.ts', 'tests/setup/serveBuilt.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          environment: 'node',
          include: ['tests/**/*.soak.ts'],
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});

/** The built game carries the parts of Phaser that the map uses: the whole weighs twice as much. */
function phaserInParts(): Plugin {
  const root = import.meta.dirname;
  return {
    name: 'phaser-in-parts',
    apply: 'build',
    enforce: 'pre',
    // Phaser's own sources ask for these; what is false is left out.
    config: () => ({
      define: {
        'typeof WEBGL_RENDERER': 'true',
        'typeof CANVAS_RENDERER': 'false',
        'typeof WEBGL_DEBUG': 'false',
        'typeof FEATURE_SOUND': 'false',
        'typeof PLUGIN_CAMERA3D': 'false',
        'typeof PLUGIN_FBINSTANT': 'false',
      },
    }),
    resolveId: (id) =>
      id === 'phaser'
        ? join(root, 'src/map/phaserParts.js')
        : id.startsWith('phaser/src/')
          ? // Some of its files do nothing but register what they are for.
            { id: join(root, 'node_modules', id), moduleSideEffects: true }
          : null,
  };
}

/** A worker is built of the same parts as the page, which has most of them already: by itself it would carry all rules again. */
function workersInParts(): Plugin {
  const started = /new Worker\(new URL\('([^']+)', import\.meta\.url\)/g;
  return {
    name: 'workers-in-parts',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('new Worker(')) return null;
      return code.replace(started, (_, path: string) => {
        const part = this.emitFile({ type: 'chunk', id: join(dirname(id), path) });
        return `new Worker(import.meta.ROLLUP_FILE_URL_${part}`;
      });
    },
  };
}

/** The first screen says the titles of all scenarios: these words have files of their own, which are on the way before a script has asked. */
function titlesAhead(): Plugin {
  const folder = join(import.meta.dirname, 'assets/scenarios');
  interface Entry {
    id: string;
    languages: string[];
  }
  const entries = () =>
    (JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { scenarios: Entry[] }).scenarios;
  const fileOf = (id: string, language: string) => `scenarios/${id}/words/titles.${language}.ftl`;
  const titlesOf = (id: string, language: string) =>
    titleWords(readFileSync(join(folder, id, `words/${language}.ftl`), 'utf8'));
  return {
    name: 'titles-ahead',
    transformIndexHtml: () =>
      entries().map(({ id }) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'fetch', crossorigin: 'anonymous', href: `./${fileOf(id, 'en')}` },
        injectTo: 'head' as const,
      })),
    generateBundle() {
      for (const { id, languages } of entries())
        for (const language of languages)
          this.emitFile({ type: 'asset', fileName: fileOf(id, language), source: titlesOf(id, language) });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0];
        for (const { id, languages } of entries())
          for (const language of languages)
            if (path === `/${fileOf(id, language)}`) {
              response.setHeader('Content-Type', 'text/plain;charset=utf-8');
              response.end(titlesOf(id, language));
              return;
            }
        next();
      });
    },
  };
}

/** The built game is kept whole by the browser, so that it installs and plays without a network. */
function installable() {
  return VitePWA({
    disable: process.env['VITEST'] !== undefined,
    // The page asks for it itself, and takes a new version only where no round is being played.
    injectRegister: false,
    registerType: 'prompt',
    filename: 'keeper.js',
    manifestFilename: 'red-lines.webmanifest',
    manifest: {
      name: 'Red Lines',
      short_name: 'Red Lines',
      description: 'A game of diplomacy over Syria: four capitals, each with aims of its own.',
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f5f0e4',
      theme_color: '#f5f0e4',
      categories: ['education', 'games'],
      icons: [
        { src: 'pictures/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'pictures/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'pictures/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: 'pictures/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{html,js,css,woff2,json,ftl,svg,webmanifest}', 'pictures/icon-*.png'],
      globIgnores: ['schemas/**'],
      // The map's engine is the largest part.
      maximumFileSizeToCacheInBytes: 4_000_000,
      // The page is what stands at its address, whatever is asked of it there, and nothing else: what is not there is for the server to say.
      navigateFallback: null,
      ignoreURLParametersMatching: [/./],
      cleanupOutdatedCaches: true,
      sourcemap: false,
    },
  });
}
