import type { ModuleScope } from "./module-scope.ts";

/** Pass 7. Friends are other modules of the same address: who publishes at an address answers for all of it. */
export function checkFriends(scope: ModuleScope): void {
  const { compiled } = scope;
  const self = scope.at(compiled.moduleHandles, compiled.selfModule);
  const sameText = (table: readonly string[], left: number, right: number) => scope.at(table, left) === scope.at(table, right);
  for (const friend of compiled.friends) {
    scope.charge(1);
    if (!sameText(compiled.addresses, friend.address, self.address)) {
      scope.fail("friend_of_other_address", "a friend is at another address");
    }
    if (sameText(compiled.identifiers, friend.name, self.name)) scope.fail("friend_is_self", "a module is its own friend");
  }
}
