/** An address of an app that is told what becomes of orders. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Key of the HMAC, hexadecimal: 32 bytes. Told once, when the webhook is made. */
  readonly secret: string;
  readonly createdMs: number;
}
