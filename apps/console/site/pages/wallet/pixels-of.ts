import type { Picture } from "@sycee/payment-requests";

/** A code is readable well below this; larger pictures are made smaller while they are decoded. */
const MAX_SIDE = 1_600;

/** The pixels of a picture in a file of any kind that the browser knows, or of a frame of video. */
export async function pixelsOf(source: Blob | HTMLVideoElement): Promise<Picture> {
  const bitmap = await createImageBitmap(source);
  const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("this browser gives no canvas");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}
