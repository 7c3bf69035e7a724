/** Hands something to the reader as a file. Nothing is sent anywhere. */

/** A slow device may come to the file late: the address is kept as long as anybody would wait for it, milliseconds. */
const kept = 60_000;

/**
 * Save a content as a file, where the browser puts what it downloads.
 * @param name what the file is called, with its ending
 * @param type its media type, without the letters' encoding: a text is saved as UTF-8
 */
export function saveFile(content: string | Blob, name: string, type: string): void {
  const whole = typeof content === 'string' ? `${type};charset=utf-8` : type;
  const address = URL.createObjectURL(new Blob([content], { type: whole }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), kept);
}
