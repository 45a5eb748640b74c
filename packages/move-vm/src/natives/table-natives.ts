import type { MoveValue, RuntimeType, StructValue } from "../runtime/runtime-type.ts";
import type { TransactionState } from "../state/transaction-state.ts";
import type { NativeFactory } from "./native-function.ts";
import { runningTransaction } from "./running-transaction.ts";
import { twoTypeArguments } from "./type-arguments.ts";

/** `std::table`: entries of state named by a table's handle, its first field. */
export const TABLE_NATIVES: Record<string, NativeFactory> = {
  new_handle:
    ({ context }) =>
    () =>
      runningTransaction(context).newHandle(),
  native_contains: entry((state, handle, key, keyValue, type) => state.tableContains(handle, key, keyValue, type)),
  native_borrow: entry((state, handle, key, keyValue, type) => state.tableBorrow(handle, key, keyValue, type)),
  native_borrow_mut: entry((state, handle, key, keyValue, type) => state.tableBorrowMut(handle, key, keyValue, type)),
  native_remove: entry((state, handle, key, keyValue, type) => state.tableRemove(handle, key, keyValue, type)),
  native_add: ({ context }, typeArguments) => {
    const [key, type] = twoTypeArguments(typeArguments);
    return (table: StructValue, keyValue: MoveValue, value: MoveValue) => {
      runningTransaction(context).tableAdd(handleOf(table), key, keyValue, type, value);
    };
  },
};

type EntryOperation = (state: TransactionState, handle: string, key: RuntimeType, keyValue: MoveValue, type: RuntimeType) => unknown;

function entry(operation: EntryOperation): NativeFactory {
  return ({ context }, typeArguments) => {
    const [key, type] = twoTypeArguments(typeArguments);
    return (table: StructValue, keyValue: MoveValue) => operation(runningTransaction(context), handleOf(table), key, keyValue, type);
  };
}

function handleOf(table: StructValue): string {
  const handle = table.f0;
  if (typeof handle !== "string") throw new Error("a table without a handle");
  return handle;
}
