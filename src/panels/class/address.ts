/** Where the class finds this room. A page that was opened at its own machine's name asks the server under which address others reach it. */

/** Make the address at which a class joins a room: short enough to be typed. */
export function joinAddress(origin: string, code: string): string {
  return `${origin}/?room=${code}`;
}

/** Tell whether only this very machine can open an address. */
export function isOnlyHere(origin: string): boolean {
  return /localhost|127\.0\.0\.1|\[::1\]/.test(origin);
}

/** Find the address under which others reach this page's server; the page's own where nothing better is known. */
export async function classOrigin(): Promise<string> {
  const { hostname, origin } = location;
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return origin;
  try {
    const response = await fetch('class.json');
    const { addresses } = (await response.json()) as { addresses?: readonly string[] };
    return addresses?.[0] ?? origin;
  } catch {
    return origin;
  }
}
