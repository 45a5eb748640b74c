/// Functions of other modules that become methods of `bool` by `public use fun` need a module of the type. It has none of its own.
#[defines_primitive(bool)]
module std::bool;
