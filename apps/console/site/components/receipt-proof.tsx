import { hexToBytes, type ReceiptJson } from "@sycee/protocol";
import { noteProved } from "../first-steps/progress.ts";
import { ProofCheck } from "./proof-check.tsx";
import { proofTexts } from "./proof-texts.ts";

/** A button that proves in this browser that a receipt is in the chain. Not for a part of a receipt, which nothing proves alone. */
export function ReceiptProof({ receipt: { id } }: { readonly receipt: Pick<ReceiptJson, "id"> }) {
  const t = proofTexts.use();
  return (
    <ProofCheck
      question={{ kind: "receipt", id: hexToBytes(id) ?? new Uint8Array() }}
      say={({ block, trusted }) => t("provedReceipt", { height: `${block.header.height}`, trusted: `${trusted.header.height}` })}
      done={() => noteProved(id)}
    />
  );
}
