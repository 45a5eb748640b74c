import { BATCH_MEDIA_TYPE, MAX_TRANSACTION_BYTES, TRANSACTION_MEDIA_TYPE } from "@sycee/protocol";

/** Largest bodies, in bytes, by media type. A transaction in JSON is its hexadecimal and a frame, which for many small arguments is as large again. */
export const BODY_LIMITS = {
  "application/json": 4 * MAX_TRANSACTION_BYTES,
  [TRANSACTION_MEDIA_TYPE]: MAX_TRANSACTION_BYTES + 1_024,
  [BATCH_MEDIA_TYPE]: 16 * 1024 * 1024,
} as const;
