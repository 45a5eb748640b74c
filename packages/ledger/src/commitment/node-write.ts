import type { KeyMemo, StateWrite } from "@sycee/move-vm";

/** A node to be stored, or removed. It is known by its key's text, from which bytes are made only for those who ask. */
export class NodeWrite implements StateWrite, KeyMemo {
  readonly text: string;
  readonly value: Uint8Array | undefined;
  hash: Uint8Array | undefined;

  /** `text` is the key, one character a byte. */
  constructor(text: string, value: Uint8Array | undefined) {
    this.text = text;
    this.value = value;
    this.hash = undefined;
  }

  get key(): Uint8Array {
    return Buffer.from(this.text, "latin1");
  }

  get bytes(): Uint8Array {
    return this.key;
  }

  get memo(): KeyMemo {
    return this;
  }
}
