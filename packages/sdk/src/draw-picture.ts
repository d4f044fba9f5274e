/**
 * Draws a picture that was picked, cut to fill the canvas: a page's policy may forbid pictures from memory. Rejects what the browser cannot
 * read as one.
 */
export async function drawPicture(canvas: HTMLCanvasElement, file: Blob): Promise<void> {
  const { width: across, height: down } = canvas;
  const bitmap = await createImageBitmap(file, { resizeWidth: across * 2, resizeQuality: "medium" });
  const scale = Math.max(across / bitmap.width, down / bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  canvas.getContext("2d")?.drawImage(bitmap, (across - width) / 2, (down - height) / 2, width, height);
  bitmap.close();
}
