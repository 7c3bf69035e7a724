/** Says in the terminal where the game is: for this machine, and for the class with a code to point a tablet at. */
import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';

/** Tell the address of the game. */
export function banner(host: string | undefined, port: number): string {
  const own = `http://localhost:${port}`;
  const first = `Red Lines is at ${own} (Ctrl+C stops it)`;
  if (host === 'localhost' || host === '127.0.0.1' || host === '::1') return first;
  const addresses = host && host !== '0.0.0.0' && host !== '::' ? [host] : lanAddresses();
  const [best] = addresses;
  if (best === undefined) return `${first}\nThis machine is in no network, so no class can join.`;
  const others = addresses.slice(1).map((address) => `  or  http://${address}:${port}`);
  return [
    first,
    `For the class, in the same network:  http://${best}:${port}`,
    ...others,
    '',
    renderUnicodeCompact(`http://${best}:${port}`, { border: 2 }),
  ].join('\n');
}

/** List the addresses of this machine in its networks, those that a home or school network gives out first. */
export function lanAddresses(): string[] {
  const usual = ['192.168.', '10.', '172.'];
  const rank = (address: string): number => {
    const at = usual.findIndex((start) => address.startsWith(start));
    return at < 0 ? usual.length : at;
  };
  return Object.entries(networkInterfaces())
    .filter(([name]) => !/^(docker|veth|br-|virbr|vmnet|tun|utun|zt)/.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
    .sort((one, other) => rank(one) - rank(other));
}
