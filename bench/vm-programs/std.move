/// As much of the standard library as the cases use, for both machines the same.
#[defines_primitive(vector)]
module std::vector {
    #[bytecode_instruction]
    public native fun empty<Element>(): vector<Element>;
    #[bytecode_instruction]
    public native fun length<Element>(v: &vector<Element>): u64;
    #[syntax(index)]
    #[bytecode_instruction]
    public native fun borrow<Element>(v: &vector<Element>, i: u64): &Element;
    #[syntax(index)]
    #[bytecode_instruction]
    public native fun borrow_mut<Element>(v: &mut vector<Element>, i: u64): &mut Element;
    #[bytecode_instruction]
    public native fun push_back<Element>(v: &mut vector<Element>, element: Element);
    #[bytecode_instruction]
    public native fun pop_back<Element>(v: &mut vector<Element>): Element;
    #[bytecode_instruction]
    public native fun swap<Element>(v: &mut vector<Element>, i: u64, j: u64);
}

module std::bcs {
    public native fun to_bytes<T>(value: &T): vector<u8>;
}

#[test_only]
module std::unit_test {
    public fun poison() {}
}
