import { type Static, Type } from "typebox";
import { MAX_KEYS, type Authenticator } from "./authenticator.ts";
import { printFunction } from "./function-name.ts";
import { bytesToHex } from "./hex.ts";
import { AddressJson, addressFromJson, BytesJson, bytesFromJson, HashJson, U64Json, u64FromJson } from "./json-scalars.ts";
import { parseTypeTag } from "./parse-type-tag.ts";
import { CodedError } from "./status.ts";
import { type Call, type CallArgument, MAX_CALL_ARGUMENTS, MAX_CALLS, MAX_SIGNERS, type SignedTransaction } from "./transaction.ts";
import { printTypeTag } from "./type-tag.ts";

const closed = { additionalProperties: false };

const ArgumentJson = Type.Union([
  Type.Object({ literal: BytesJson }, { ...closed, description: "BCS of the parameter's type." }),
  Type.Object(
    { signer: Type.Integer({ minimum: 0, maximum: MAX_SIGNERS - 1 }) },
    { ...closed, description: "One of the signers, by position." },
  ),
  Type.Object(
    { result: Type.Tuple([Type.Integer({ minimum: 0, maximum: 65_535 }), Type.Integer({ minimum: 0, maximum: 65_535 })]) },
    { ...closed, description: "A value that an earlier call returned: [call, value]." },
  ),
]);

const CallJson = Type.Object(
  {
    function: Type.String({ maxLength: 400, description: "`address::module::function`, e.g. `0x2::wallet::pay`." }),
    typeArguments: Type.Optional(Type.Array(Type.String({ maxLength: 4096 }), { maxItems: 32 })),
    arguments: Type.Array(ArgumentJson, { maxItems: MAX_CALL_ARGUMENTS }),
  },
  closed,
);

const AuthenticatorJson = Type.Union([
  Type.Object({ kind: Type.Literal("ed25519"), publicKey: BytesJson, signature: BytesJson }, closed),
  Type.Object(
    {
      kind: Type.Literal("k-of-n"),
      threshold: Type.Integer({ minimum: 1, maximum: MAX_KEYS }),
      publicKeys: Type.Array(BytesJson, { minItems: 1, maxItems: MAX_KEYS }),
      signatures: Type.Array(Type.Object({ index: Type.Integer({ minimum: 0, maximum: MAX_KEYS - 1 }), signature: BytesJson }, closed), {
        minItems: 1,
        maxItems: MAX_KEYS,
      }),
    },
    closed,
  ),
]);

/** A signed transaction in JSON. Signatures are over the payload's BCS, not over this text. */
export const TransactionJson = Type.Object(
  {
    payload: Type.Object(
      {
        chainId: HashJson,
        signers: Type.Array(AddressJson, { minItems: 1, maxItems: MAX_SIGNERS }),
        nonce: U64Json,
        expiryMs: U64Json,
        gasLimit: U64Json,
        feePayer: Type.Optional(AddressJson),
        calls: Type.Array(CallJson, { minItems: 1, maxItems: MAX_CALLS }),
      },
      closed,
    ),
    authenticators: Type.Array(AuthenticatorJson, { minItems: 1, maxItems: MAX_SIGNERS }),
  },
  closed,
);

/** A signed transaction as JSON carries it. */
export type TransactionJson = Static<typeof TransactionJson>;

/**
 * The transaction that its JSON form describes; the caller has checked the form against {@link TransactionJson}.
 * Throws `CodedError` (`invalid_request`, `invalid_address`, `wrong_type_argument`).
 */
export function transactionFromJson(json: TransactionJson): SignedTransaction {
  const { payload } = json;
  const signers = payload.signers.map(addressFromJson);
  if (new Set(signers).size !== signers.length) throw new CodedError("invalid_request", "payload.signers names an address twice.");
  if (signers.length !== json.authenticators.length) {
    throw new CodedError("invalid_request", `There are ${signers.length} signers and ${json.authenticators.length} authenticators.`);
  }
  return {
    payload: {
      chainId: bytesFromJson(payload.chainId, "payload.chainId", 32),
      signers,
      nonce: u64FromJson(payload.nonce, "payload.nonce"),
      expiryMs: u64FromJson(payload.expiryMs, "payload.expiryMs"),
      gasLimit: u64FromJson(payload.gasLimit, "payload.gasLimit"),
      feePayer: payload.feePayer === undefined ? undefined : addressFromJson(payload.feePayer),
      calls: payload.calls.map(callFromJson),
    },
    authenticators: json.authenticators.map(authenticatorFromJson),
  };
}

/** The JSON form of a signed transaction. */
export function transactionToJson(transaction: SignedTransaction): TransactionJson {
  const { payload } = transaction;
  return {
    payload: {
      chainId: `0x${bytesToHex(payload.chainId)}`,
      signers: [...payload.signers],
      nonce: payload.nonce.toString(),
      expiryMs: payload.expiryMs.toString(),
      gasLimit: payload.gasLimit.toString(),
      ...(payload.feePayer === undefined ? {} : { feePayer: payload.feePayer }),
      calls: payload.calls.map((call) => ({
        function: printFunction(call),
        typeArguments: call.typeArguments.map(printTypeTag),
        arguments: call.arguments.map(argumentToJson),
      })),
    },
    authenticators: transaction.authenticators.map(authenticatorToJson),
  };
}

/** Address, module and function of `0x2::wallet::pay`. Throws `CodedError` (`invalid_request`, `invalid_address`). */
export function parseFunction(text: string): Pick<Call, "address" | "module" | "function"> {
  const [address, module, name, ...rest] = text.split("::");
  if (address === undefined || !isIdentifier(module) || !isIdentifier(name) || rest.length > 0) {
    throw new CodedError("invalid_request", `${JSON.stringify(text.slice(0, 80))} is not address::module::function.`);
  }
  return { address: addressFromJson(address), module, function: name };
}

function isIdentifier(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(text);
}

function callFromJson(json: Static<typeof CallJson>): Call {
  return {
    ...parseFunction(json.function),
    typeArguments: (json.typeArguments ?? []).map(parseTypeTag),
    arguments: json.arguments.map(argumentFromJson),
  };
}

function argumentFromJson(json: Static<typeof ArgumentJson>): CallArgument {
  if ("literal" in json) return { kind: "literal", bytes: bytesFromJson(json.literal, "literal") };
  if ("signer" in json) return { kind: "signer", index: json.signer };
  return { kind: "result", call: json.result[0], value: json.result[1] };
}

function argumentToJson(argument: CallArgument): Static<typeof ArgumentJson> {
  if (argument.kind === "literal") return { literal: `0x${bytesToHex(argument.bytes)}` };
  if (argument.kind === "signer") return { signer: argument.index };
  return { result: [argument.call, argument.value] };
}

function authenticatorFromJson(json: Static<typeof AuthenticatorJson>): Authenticator {
  if (json.kind === "ed25519") {
    return {
      kind: "ed25519",
      publicKey: bytesFromJson(json.publicKey, "publicKey", 32),
      signature: bytesFromJson(json.signature, "signature", 64),
    };
  }
  return {
    kind: "k-of-n",
    threshold: json.threshold,
    publicKeys: json.publicKeys.map((key) => bytesFromJson(key, "publicKeys", 32)),
    signatures: json.signatures.map((part) => ({ index: part.index, signature: bytesFromJson(part.signature, "signature", 64) })),
  };
}

function authenticatorToJson(authenticator: Authenticator): Static<typeof AuthenticatorJson> {
  if (authenticator.kind === "ed25519") {
    return {
      kind: "ed25519",
      publicKey: `0x${bytesToHex(authenticator.publicKey)}`,
      signature: `0x${bytesToHex(authenticator.signature)}`,
    };
  }
  return {
    kind: "k-of-n",
    threshold: authenticator.threshold,
    publicKeys: authenticator.publicKeys.map((key) => `0x${bytesToHex(key)}`),
    signatures: authenticator.signatures.map((part) => ({ index: part.index, signature: `0x${bytesToHex(part.signature)}` })),
  };
}
