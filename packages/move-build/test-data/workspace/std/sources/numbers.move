module std::numbers;

public fun one(): u64 {
    1
}
