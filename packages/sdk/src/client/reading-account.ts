import type { Signer } from "../keys/signer.ts";
import type { BearerSource } from "./call-route.ts";

/** Who reads: somebody who signs, or where to get one when it is first needed. */
export type ReaderSource = Signer | (() => Promise<Signer | undefined>);

/** The account as which a client reads: its session is opened when a node first asks for one, and another when that has ended. */
export class ReadingAccount implements BearerSource {
  private readonly open: (signer: Signer) => Promise<{ readonly token: string }>;
  private source: ReaderSource | undefined;
  private token: string | undefined;
  private opening: Promise<string | undefined> | undefined;

  constructor(open: (signer: Signer) => Promise<{ readonly token: string }>) {
    this.open = open;
  }

  /** From now on it is this account; nobody if absent. */
  use(source: ReaderSource | undefined): void {
    this.source = source;
    this.token = undefined;
    this.opening = undefined;
  }

  current(): string | undefined {
    return this.token;
  }

  async renew(refused: string | undefined): Promise<string | undefined> {
    // Others were refused as well, and one of them was quicker.
    if (this.token !== undefined && this.token !== refused) return this.token;
    const opening = this.opening ?? this.opened();
    this.opening = opening;
    try {
      const token = await opening;
      if (this.opening === opening) this.token = token;
      return token;
    } finally {
      if (this.opening === opening) this.opening = undefined;
    }
  }

  private async opened(): Promise<string | undefined> {
    const signer = typeof this.source === "function" ? await this.source() : this.source;
    return signer === undefined ? undefined : (await this.open(signer)).token;
  }
}
