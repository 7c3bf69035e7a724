/**
 * Zod as the whole game uses it: told not to make code out of text, which the page's Content-Security-Policy forbids, and which
 * it would else try, to be reported by the browser.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
