#[test_only]
module marks::flow_tests;

use marks::flow;

#[test]
fun reaches() {
    assert!(flow::branches(11, 0) == 1);
    assert!(flow::branches(1, 2) == 2);
    assert!(flow::arms(&flow::two(6)) == 12);
    assert!(flow::arms(&flow::three(4)) == 4);
    assert!(flow::loops(4) == 10);
    assert!(flow::twice!(|| 2) == 4);
}

#[test]
fun fails_far_below() {
    assert!(flow::deep(2) == 2);
}
