import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useNames } from "../identity/names.ts";
import { Copyable } from "./copyable.tsx";

/** Somebody on the ledger: by name where it is known, always with the address to copy. */
export function Holder({ address, what }: { readonly address: string; readonly what: string }) {
  const name = useNames().of(address);
  return (
    <span style={{ display: "inline-flex", gap: 6, alignItems: "center", flexWrap: "wrap" }}>
      {name === undefined ? null : (
        <Anchor component={Link} to={`/explorer/accounts/${address}`} inherit fw={600} c="inherit">
          {name}
        </Anchor>
      )}
      <Copyable text={address} what={what} />
    </span>
  );
}
