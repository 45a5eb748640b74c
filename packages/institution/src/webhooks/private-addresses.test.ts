import { expect, test } from "vitest";
import { isPrivateAddress } from "./private-addresses.ts";

test("addresses of this machine, of private networks and of clouds' metadata are private, others are not", () => {
  const own = ["127.0.0.1", "10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"];
  const own6 = ["::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1", "2002:7f00:1::"];
  for (const address of [...own, ...own6]) expect([address, isPrivateAddress(address)]).toEqual([address, true]);
  for (const address of ["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"]) {
    expect([address, isPrivateAddress(address)]).toEqual([address, false]);
  }
});
