import { Text } from "@mantine/core";
import { useNames } from "../identity/names.ts";
import { Copyable } from "./copyable.tsx";

/** Somebody on the ledger: by name where it is known, always with the address to copy. */
export function Holder({ address, what }: { readonly address: string; readonly what: string }) {
  const name = useNames().of(address);
  return (
    <span style={{ display: "inline-flex", gap: 6, alignItems: "center", flexWrap: "wrap" }}>
      {name === undefined ? null : (
        <Text component="span" inherit fw={600}>
          {name}
        </Text>
      )}
      <Copyable text={address} what={what} />
    </span>
  );
}
