import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { developmentIdentities } from "./development-accounts.ts";
import type { Identity } from "./identity.ts";

/** Which development account this tab acts as: a name, for its keys are known to everybody. Keys of one's own are never kept open. */
const TAB_KEY = "sycee.acting-as";

/** As whom the person at this page acts; keys are in memory only, and gone when the page is closed. */
export interface CurrentIdentity {
  readonly identity: Identity | undefined;
  choose(identity: Identity | undefined): void;
}

const Context = createContext<CurrentIdentity | undefined>(undefined);

export function IdentityProvider({ children }: { readonly children: ReactNode }) {
  const [identity, setIdentity] = useState<Identity>();
  useEffect(() => {
    const name = sessionStorage.getItem(TAB_KEY);
    if (name === null) return;
    // Without it, somebody is simply chosen again.
    void developmentIdentities().then(
      (people) => setIdentity((chosen) => chosen ?? people.find((person) => person.name === name)),
      () => undefined,
    );
  }, []);
  const value = useMemo(() => ({ identity, choose: (chosen: Identity | undefined) => setIdentity(remembered(chosen)) }), [identity]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** As whom one acts, and how to change that. */
export function useIdentity(): CurrentIdentity {
  const current = useContext(Context);
  if (current === undefined) throw new Error("used outside of IdentityProvider");
  return current;
}

function remembered(identity: Identity | undefined): Identity | undefined {
  if (identity?.role === undefined) sessionStorage.removeItem(TAB_KEY);
  else sessionStorage.setItem(TAB_KEY, identity.name);
  return identity;
}
