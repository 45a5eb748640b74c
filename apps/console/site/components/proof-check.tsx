import { Alert, Button, Group, Text } from "@mantine/core";
import { blockHash, blake2b256, bytesToHex, checkProof, type ProofQuestion, type Proved } from "@sycee/protocol";
import { IconShieldCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { client } from "../app/client.ts";
import { Copyable } from "./copyable.tsx";
import { Failure } from "./failure.tsx";
import { offerFile } from "./offer-file.ts";
import { proofTexts } from "./proof-texts.ts";

interface ProofCheckOptions {
  readonly question: ProofQuestion;
  /** What was proved, in a sentence. */
  readonly say: (proved: Proved) => string;
  /** Told once it is proved. */
  readonly done?: () => void;
}

/** A button that fetches a proof and checks it here: hashes are computed up to a header, and whoever doubts the node compares that header's hash. */
export function ProofCheck({ question, say, done }: ProofCheckOptions) {
  const t = proofTexts.use();
  const checking = useMutation({
    mutationFn: async () => {
      const { document, bytes } = await client.prove(question);
      return { proved: checkProof(document, blockHash(document.header, blake2b256)), bytes };
    },
    onSuccess: () => done?.(),
  });
  return (
    <div aria-live="polite">
      <Button variant="light" leftSection={<IconShieldCheck size={16} />} loading={checking.isPending} onClick={() => checking.mutate()}>
        {t("prove")}
      </Button>
      {checking.isError ? <Failure error={checking.error} /> : null}
      {checking.isSuccess ? (
        <Alert mt="sm" color="teal" variant="light" icon={<IconShieldCheck />} title={t("proved")}>
          <Text size="sm">{say(checking.data.proved)}</Text>
          <Text size="sm" mt={4}>
            {t("trust")}
          </Text>
          <Copyable text={`0x${bytesToHex(checking.data.proved.trusted.hash)}`} what={t("headerHash")} full />
          <Group mt="xs">
            <Button
              size="xs"
              variant="default"
              onClick={() => offerFile("proof.bin", [checking.data.bytes.slice()], "application/octet-stream")}
            >
              {t("download")}
            </Button>
          </Group>
        </Alert>
      ) : null}
    </div>
  );
}
