import sharp from "sharp";

/** A thumbnail's longer side at most, in pixels. */
const thumbnailSide = 480;
/** More pixels than any camera's picture has: decoding them would cost memory, here and in every browser. */
const maxPixels = 50_000_000;
const decodeSeconds = 10;

/** What browsers draw by themselves and what cannot carry a script. */
const pictureTypes = new Set(["image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"]);

export interface Picture {
  /** As shown: turned upright. */
  width: number;
  height: number;
}

export const isPicture = (type: string): boolean => pictureTypes.has(type);

// One at a time in this process is quick enough, and bounds the memory.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Measures a picture and writes its thumbnail, a WebP without metadata, to `thumbnailPath`. `null` for what is no picture or
 * cannot be decoded: such a file is still a file.
 */
export async function readPicture(path: string, type: string, thumbnailPath: string): Promise<Picture | null> {
  if (!isPicture(type)) return null;
  try {
    const input = sharp(path, { limitInputPixels: maxPixels, failOn: "error", animated: false });
    const { autoOrient } = await input.metadata();
    await input
      .timeout({ seconds: decodeSeconds })
      .autoOrient()
      .resize(thumbnailSide, thumbnailSide, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 78 })
      .toFile(thumbnailPath);
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    return null;
  }
}

/** As large as three screen pixels for each of those that it is shown at. */
const logoBox = { width: 480, height: 96 };

/** A picture as a small WebP without metadata; `null` for what cannot be decoded. */
export async function drawLogo(path: string): Promise<Buffer | null> {
  try {
    return await sharp(path, { limitInputPixels: maxPixels, failOn: "error", animated: false })
      .timeout({ seconds: decodeSeconds })
      .autoOrient()
      .resize({ ...logoBox, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 90 })
      .toBuffer();
  } catch {
    return null;
  }
}
