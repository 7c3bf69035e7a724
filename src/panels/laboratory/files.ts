/** What a laboratory came to, as files to keep: a table, plain data, and a picture. Nothing is sent anywhere. */

/** Hand a file to the reader. */
export function save(name: string, content: BlobPart, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser has taken the file over by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Pixels of the picture for one of the drawing, so that it can be printed. */
const density = 2;

/**
 * Turn a drawing into a picture.
 * @param svg a whole drawing with its own colours and letters
 * @returns the picture's bytes; null where the browser cannot draw it
 */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * density;
  canvas.height = height * density;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
