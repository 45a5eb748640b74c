/// Enums.
module scenarios::variants;

public enum Shape has copy, drop, store { Empty, Circle { radius: u64 }, Rectangle { width: u64, height: u64, tags: vector<u8> } }
public enum Maybe<T> has copy, drop, store { Nothing, Just(T) }
public enum Tree has drop { Leaf(u64), Fork { left: u64, right: Maybe<Shape> } }

public fun make(kind: u64, a: u64): Shape {
    if (kind == 0) Shape::Empty else if (kind == 1) Shape::Circle { radius: a } else Shape::Rectangle { width: a, height: a + 1, tags: b"t" }
}

public fun area(shape: &Shape): u64 {
    match (shape) {
        Shape::Empty => 0,
        Shape::Circle { radius } if (*radius > 10) => 314 * *radius * *radius / 100,
        Shape::Circle { radius } => 3 * *radius * *radius,
        Shape::Rectangle { width, height, .. } => *width * *height,
    }
}

public fun area_of(kind: u64, a: u64): u64 { let shape = make(kind, a); area(&shape) }

fun grow(shape: &mut Shape) {
    match (shape) {
        Shape::Empty => *shape = Shape::Circle { radius: 1 },
        Shape::Circle { radius } => *radius = *radius * 2,
        Shape::Rectangle { width, tags, .. } => { *width = *width + 1; tags.push_back(1) },
    }
}

public fun grown(kind: u64, a: u64): (u64, u64) {
    let mut shape = make(kind, a);
    let before = shape;
    grow(&mut shape);
    grow(&mut shape);
    (area(&before), area(&shape))
}

public fun unwrap(present: bool, a: u64): u64 {
    let maybe = if (present) Maybe::Just(a) else Maybe::Nothing;
    match (maybe) { Maybe::Just(x) => x, Maybe::Nothing => 12345 }
}

public fun nested(kind: u64, a: u64): u64 {
    let tree = if (kind == 0) Tree::Leaf(a) else if (kind == 1) Tree::Fork { left: a, right: Maybe::Nothing }
        else Tree::Fork { left: a, right: Maybe::Just(make(kind - 2, a)) };
    match (tree) {
        Tree::Leaf(x) => x,
        Tree::Fork { left, right: Maybe::Just(Shape::Circle { radius }) } => left + radius,
        Tree::Fork { left, right: Maybe::Just(s) } => left * 100 + area(&s),
        Tree::Fork { left, .. } => left * 1000,
    }
}

public fun equal(kind: u64, other: u64, a: u64): bool { make(kind, a) == make(other, a) }
