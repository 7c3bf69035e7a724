/** A drawing as a picture to keep. */

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
