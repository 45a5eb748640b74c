module broken::broken;

public fun answer(): bool {
    42u64
}
