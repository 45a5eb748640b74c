#[test_only]
module std::option_tests;

use std::unit_test::assert_eq;

public struct Coin { value: u64 }

fun spend(coin: Coin): u64 {
    let Coin { value } = coin;
    value
}

fun never() { abort }

#[test]
fun holds_at_most_one_value() {
    let mut o = option::none<u64>();
    assert!(o.is_none() && !o.is_some());
    o.fill(3);
    assert_eq!(*o.borrow(), 3);
    *o.borrow_mut() = 4;
    assert!(o.contains(&4) && !o.contains(&3) && !option::none<u64>().contains(&3));
    assert_eq!(o.swap(5), 4);
    assert_eq!(o.swap_or_fill(6), option::some(5));
    assert_eq!(o.extract(), 6);
    assert_eq!(o.swap_or_fill(7), option::none());
    assert_eq!(o.take(), option::some(7));
    assert_eq!(o.take(), option::none());
    assert_eq!(option::some(7u64).destroy_some(), 7);
    option::none<u64>().destroy_none();
    assert_eq!(option::none<u64>().destroy_with_default(9), 9);
    assert_eq!(option::some(8u64).destroy_with_default(9), 8);
    assert_eq!(option::some(8u64).get_with_default(9), 8);
    assert_eq!(option::none<u64>().get_with_default(9), 9);
    assert_eq!(*option::some(8u64).borrow_with_default(&9), 8);
    assert_eq!(*option::none<u64>().borrow_with_default(&9), 9);
    assert_eq!(option::some(8u64).to_vec(), vector[8]);
    assert_eq!(option::none<u64>().to_vec(), vector[]);
}

#[test]
fun applies_functions() {
    assert_eq!(option::some(8u64).map!(|x| x + 1), option::some(9));
    assert_eq!(option::none<u64>().map!(|x| x + 1), option::none());
    assert_eq!(option::some(8u64).map_ref!(|x| *x + 1), option::some(9));
    assert_eq!(option::none<u64>().map_ref!(|x| *x + 1), option::none());
    assert!(option::some(8u64).is_some_and!(|x| *x == 8) && !option::some(8u64).is_some_and!(|x| *x == 9));
    assert!(!option::none<u64>().is_some_and!(|_| true));
    assert_eq!(option::some(8u64).filter!(|x| *x == 8), option::some(8));
    assert_eq!(option::some(8u64).filter!(|x| *x == 9), option::none());
    assert_eq!(option::none<u64>().filter!(|_| true), option::none());
    assert_eq!(option::some(8u64).and!(|x| option::some(x + 1)), option::some(9));
    assert_eq!(option::some(8u64).and!(|_| option::none<u8>()), option::none());
    assert_eq!(option::none<u64>().and!(|x| option::some(x)), option::none());
    assert_eq!(option::some(8u64).and_ref!(|x| option::some(*x == 8)), option::some(true));
    assert_eq!(option::none<u64>().and_ref!(|x| option::some(*x == 8)), option::none());
    assert!(option::some(8u64).is_none_or!(|x| *x == 8) && !option::some(8u64).is_none_or!(|x| *x == 9));
    assert!(option::none<u64>().is_none_or!(|_| false));
    let mut seen = 0;
    option::some(5u64).do!(|x| seen = seen + x);
    option::some(6u64).do_ref!(|x| seen = seen + *x);
    option::some(7u64).destroy!(|x| seen = seen + x);
    option::none<u64>().do!(|_| never());
    option::none<u64>().do_ref!(|_| never());
    option::none<u64>().destroy!(|_| never());
    assert_eq!(seen, 18);
    let mut o = option::some(5u64);
    o.do_mut!(|x| *x = *x + 1);
    assert_eq!(o, option::some(6));
}

#[test]
fun folds_into_a_value() {
    assert_eq!(option::some(8u64).fold!(abort, |x| x + 1), 9u64);
    assert_eq!(option::none<u64>().fold!(3u64, |_| abort), 3u64);
    assert_eq!(option::some(8u64).fold_ref!(abort, |x| *x == 8), true);
    assert_eq!(option::none<u64>().fold_ref!(false, |_| abort), false);
    let mut o = option::some(8u64);
    assert_eq!(o.fold_mut!(abort, |x| { *x = *x + 1; *x * 2 }), 18u64);
    assert_eq!(o.map_mut!(|x| { *x = *x + 1; *x as u8 }), option::some(10u8));
    assert_eq!(o, option::some(10u64));
    let mut absent = option::none<u64>();
    assert_eq!(absent.fold_mut!(3u64, |_| abort), 3u64);
    assert_eq!(absent.map_mut!(|x| *x), option::none());
    assert_eq!(option::some(Coin { value: 1 }).fold!(0u64, |coin| spend(coin)), 1u64);
}

#[test]
fun computes_a_default_only_where_it_is_needed() {
    assert_eq!(option::none<u64>().destroy_or!(2), 2);
    assert_eq!(option::some(1u64).destroy_or!(abort), 1);
    assert_eq!(option::none<u64>().or!(option::some(2)), option::some(2));
    assert_eq!(option::some(1u64).or!(abort), option::some(1));
    let mut o = option::some(1u64);
    assert_eq!(o.extract_or!(abort), 1);
    assert_eq!(o.extract_or!(2), 2);
}

#[test]
fun works_without_abilities() {
    assert_eq!(option::some(Coin { value: 1 }).map!(|coin| spend(coin)), option::some(1));
    assert_eq!(spend(option::none().or!(option::some(Coin { value: 2 })).destroy_some()), 2);
    let mut o = option::some(Coin { value: 3 });
    o.do_mut!(|coin| coin.value = 4);
    let coin = o.take().destroy_or!(abort);
    o.destroy_none();
    assert_eq!(spend(coin), 4);
}

#[test, expected_failure(abort_code = std::option::EOPTION_NOT_SET)]
fun refuses_to_unwrap_nothing() {
    option::none<u64>().destroy_some();
}

#[test, expected_failure(abort_code = std::option::EOPTION_NOT_SET)]
fun refuses_to_read_nothing() {
    option::none<u64>().borrow();
}

#[test, expected_failure(abort_code = std::option::EOPTION_NOT_SET)]
fun refuses_to_change_nothing() {
    *option::none<u64>().borrow_mut() = 1;
}

#[test, expected_failure(abort_code = std::option::EOPTION_NOT_SET)]
fun refuses_to_extract_nothing() {
    option::none<u64>().extract();
}

#[test, expected_failure(abort_code = std::option::EOPTION_NOT_SET)]
fun refuses_to_swap_nothing() {
    option::none<u64>().swap(1);
}

#[test, expected_failure(abort_code = std::option::EOPTION_IS_SET)]
fun refuses_to_fill_twice() {
    option::some(1u64).fill(2);
}

#[test, expected_failure(abort_code = std::option::EOPTION_IS_SET)]
fun refuses_to_end_a_value() {
    option::some(1u64).destroy_none();
}
