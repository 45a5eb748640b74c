\set payer random(1, :accounts)
\set away random(1, :accounts - 1)
\set payee 1 + (:payer - 1 + :away) % :accounts
SELECT transfer(:payer, :payee, 1);
