-- What a payment is in a relational database: two balances and an entry, in one function, so that it takes one round trip.
CREATE TABLE account (
    id integer PRIMARY KEY,
    balance bigint NOT NULL CHECK (balance >= 0)
) WITH (fillfactor = 50);

CREATE TABLE entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    payer integer NOT NULL,
    payee integer NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION transfer(paying integer, paid integer, moved bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- In the order of their numbers, so that two transfers never wait for each other.
    IF paying < paid THEN
        UPDATE account SET balance = balance - moved WHERE id = paying;
        UPDATE account SET balance = balance + moved WHERE id = paid;
    ELSE
        UPDATE account SET balance = balance + moved WHERE id = paid;
        UPDATE account SET balance = balance - moved WHERE id = paying;
    END IF;
    INSERT INTO entry (payer, payee, amount) VALUES (paying, paid, moved);
END
$$;
