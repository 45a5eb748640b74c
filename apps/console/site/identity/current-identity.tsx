import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Identity } from "./identity.ts";

/** As whom the person at this page acts; keys are in memory only, and gone when the page is closed. */
export interface CurrentIdentity {
  readonly identity: Identity | undefined;
  choose(identity: Identity | undefined): void;
}

const Context = createContext<CurrentIdentity | undefined>(undefined);

export function IdentityProvider({ children }: { readonly children: ReactNode }) {
  const [identity, choose] = useState<Identity>();
  const value = useMemo(() => ({ identity, choose }), [identity]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** As whom one acts, and how to change that. */
export function useIdentity(): CurrentIdentity {
  const current = useContext(Context);
  if (current === undefined) throw new Error("used outside of IdentityProvider");
  return current;
}
