import { checkProof, decodeProof, encodeProof, ProofError, type Proved } from "@sycee/protocol";
import { expect, test } from "vitest";
import { scaleOf, tell } from "../durability/scale.ts";
import { Draw } from "./draw.ts";
import { mutateProof } from "./mutate-proof.ts";
import { createProofWorld, type ProofWorld } from "./proof-world.ts";

const scale = scaleOf(20_260, 4_000);
/** Mutations of the proofs of one world before the next is made. */
const PER_WORLD = 2_000;

test(
  "a mutated proof is refused, or proves what is so",
  () => {
    const draw = new Draw(scale.seed);
    const refused = new Map<string, number>();
    let stillTrue = 0;
    let world = createProofWorld(draw, 20);
    let stranger = createProofWorld(draw, 20);
    for (let done = 0; done < scale.count; done += 1) {
      if (done % PER_WORLD === 0) {
        stranger = world;
        world = createProofWorld(draw, draw.pick([0, 3, 16, 17, 60, 400]));
      }
      const document = draw.pick(world.documents);
      const original = encodeProof(document);
      const mutated = mutateProof(draw, document, draw.below(3) === 0 ? stranger.documents : world.documents);
      const outcome = outcomeOf(mutated, world);
      if (outcome instanceof ProofError) {
        refused.set(outcome.code, (refused.get(outcome.code) ?? 0) + 1);
        continue;
      }
      // The same bytes again, or claims that another proof of the same header makes as well.
      if (Buffer.compare(mutated, original) !== 0) stillTrue += 1;
      if (!world.isTrue(outcome)) throw new Error(`seed ${scale.seed}: mutation ${done} is accepted and proves what is not so`);
    }
    const counts = [...refused].map(([code, count]) => `${count} ${code}`).join(", ");
    tell(`proofs: seed ${scale.seed}, ${scale.count} mutations, 0 accepted that are not so; refused: ${counts}; still true: ${stillTrue}`);
    expect([...refused.keys()].sort()).toEqual(["malformed_proof", "untrusted_header", "wrong_claim", "wrong_root"]);
  },
  scale.timeoutMs(10),
);

function outcomeOf(bytes: Uint8Array, world: ProofWorld): Proved | ProofError {
  try {
    return checkProof(decodeProof(bytes), world.trusted);
  } catch (error) {
    if (error instanceof ProofError) return error;
    throw error;
  }
}
