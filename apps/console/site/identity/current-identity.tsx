import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { client } from "../app/client.ts";
import { developmentIdentities } from "./development-accounts.ts";
import { type Identity, signerOfIdentity } from "./identity.ts";

/** Which development account this tab acts as: a name, for its keys are known to everybody. Keys of one's own are never kept open. */
const TAB_KEY = "sycee.acting-as";
const SHOWN_RECENT = 4;
/** What is asked for whoever acts: whether a session is open is told by the session; everybody has the development accounts, of which each key takes a while to derive. */
const NOT_OF_READER: ReadonlySet<unknown> = new Set(["read-session", "development-accounts"]);

/** As whom the person at this page acts; keys are in memory only, and gone when the page is closed. */
export interface CurrentIdentity {
  readonly identity: Identity | undefined;
  /** Others of the development economy as whom it acted before, the last first. */
  readonly recent: readonly Identity[];
  choose(identity: Identity | undefined): void;
}

const Context = createContext<CurrentIdentity | undefined>(undefined);

export function IdentityProvider({ children }: { readonly children: ReactNode }) {
  const [identity, setIdentity] = useState<Identity>();
  const [recent, setRecent] = useState<readonly Identity[]>([]);
  const queries = useQueryClient();
  const become = useCallback(
    (chosen: Identity | undefined) => {
      // A node that keeps accounts private asks as whom one reads: everything is asked again, and what another saw is let go.
      client.readAs(chosen === undefined ? undefined : async () => await signerOfIdentity(chosen));
      setIdentity(chosen);
      setRecent((before) => withRecent(before, chosen));
      const ofLedger = { predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => !NOT_OF_READER.has(queryKey[0]) };
      queries.removeQueries({ ...ofLedger, type: "inactive" });
      void queries.invalidateQueries(ofLedger);
    },
    [queries],
  );
  useEffect(() => {
    const name = sessionStorage.getItem(TAB_KEY);
    if (name === null) return;
    // Without it, somebody is simply chosen again.
    void developmentIdentities().then(
      (people) => {
        const found = people.find((person) => person.name === name);
        // Unless somebody was chosen meanwhile.
        if (found !== undefined && sessionStorage.getItem(TAB_KEY) === name) become(found);
      },
      () => undefined,
    );
  }, [become]);
  const value = useMemo(() => {
    const others = recent.filter(({ name }) => name !== identity?.name).slice(0, SHOWN_RECENT);
    return { identity, recent: others, choose: (chosen: Identity | undefined) => become(remembered(chosen)) };
  }, [identity, recent, become]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** As whom one acts, and how to change that. */
export function useIdentity(): CurrentIdentity {
  const current = useContext(Context);
  if (current === undefined) throw new Error("used outside of IdentityProvider");
  return current;
}

/** Keys of one's own are let go when one stops acting: only those that everybody knows are kept at hand. */
function withRecent(before: readonly Identity[], chosen: Identity | undefined): readonly Identity[] {
  if (chosen?.role === undefined) return before;
  return [chosen, ...before.filter(({ name }) => name !== chosen.name)].slice(0, SHOWN_RECENT + 1);
}

function remembered(identity: Identity | undefined): Identity | undefined {
  if (identity?.role === undefined) sessionStorage.removeItem(TAB_KEY);
  else sessionStorage.setItem(TAB_KEY, identity.name);
  return identity;
}
