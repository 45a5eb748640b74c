/// A sound program that the standard compiler's optimiser panics on.
module compiler_fault::fault;

public fun f(mut x0: u8, mut x1: u64, mut x2: u32, mut x3: u64): u64 {
    x1 = if (x3 / x1 > x3) 2 ^ x3 else x3 & x1;
    if (x2 <= 0 * x2) {
        x0 = x0 + 51;
        if (!(x1 == x1)) {
            x2 = x2 * x2;
        } else {
            let mut i0 = 0u64;
            'l0: while (i0 < 5 && x3 != x3) {
                i0 = i0 + 1;
                x2 = x2 * (if (!(x2 == x2)) 26557 * x2 else x2);
                x3 = x1 - x3;
            };
        };
        x3 = x1 - (if (x0 < x0) { x1 = x3; x1 } else if (3u8 < x0) 2147483648u64 else x3);
    } else {
        let mut i1 = 0u64;
        'l1: while (i1 < 4 && x3 >= x3) {
            i1 = i1 + 1;
            let mut i2 = 0u64;
            'l2: while (i2 < 6 && (x1 < x3 || x3 == x3)) {
                i2 = i2 + 1;
                x3 = x3 * x1;
                x2 = if (0u64 * 4 < 4294967296) 2 else if (!(1 > x3)) x2 else 0;
            };
            let mut i3 = 0u64;
            'l3: while (i3 < 6 && !(x3 != 0)) {
                i3 = i3 + 1;
                x0 = 2;
            };
            if (x3 < 2) continue 'l1;
        };
        x0 = x0;
    };
    (x0 as u64) ^ x1 ^ (x2 as u64) ^ x3
}
