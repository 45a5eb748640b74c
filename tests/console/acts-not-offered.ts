/** Entry functions that no page of the console offers, by why. Names are `package::module::function`. */
export const NOT_OFFERED: readonly { readonly why: string; readonly acts: readonly string[] }[] = [
  {
    why: "Done once, as an economy or an institution is founded: by the genesis document or `sycee`, with terms that are thought over.",
    acts: [
      "money::genesis::initialise",
      "money::unit::register",
      "money::unit::appoint_registrar",
      "money::unit::entrust",
      "oversight::genesis::initialise",
      "oversight::genesis::enable_warrants",
      "banking::central_bank::establish",
      "banking::clearing_house::open",
      "banking::commercial_bank::establish",
      "banking::deposit_insurance::open",
      "banking::first_mode::keep_accounts",
      "banking::payment_institution::begin",
      "banking::policy_change::set_first_delay",
      "banking::treasury::open",
      "banking::wallet_deposits::adopt",
    ],
  },
  {
    why: "Sent in batches by an institution's own systems, for its customers, who have apps of their own.",
    acts: [
      "banking::clearing_entry::submit_batch",
      "banking::customer_accounts::deposit_batch",
      "banking::customer_red_packet::give",
      "banking::customer_red_packet::take",
      "banking::customer_red_packet::expire",
      "banking::customer_red_packet::release",
      "banking::customer_red_packet::release_ported",
      "banking::customer_red_packet::release_for",
      "banking::customer_standing_order::order",
      "banking::customer_standing_order::trigger",
      "banking::customer_standing_order::cancel",
      "banking::merchant::collect_batch",
      "banking::merchant::refund_batch",
      "banking::merchant::refund_for_batch",
      "banking::time_deposits::accrue",
      "banking::wallet_deposits::pay_interest",
    ],
  },
  {
    why: "Seen to by whoever attends a clearing house's queues, by `sycee clearing attend`.",
    acts: [
      "banking::clearing_returns::return_unsettleable",
      "banking::clearing_returns::forget",
      "banking::clearing_returns::forget_oldest",
    ],
  },
  {
    why: "Somebody would look for a form: at a clearing house, for a settled payment that is asked back, and for its owners' capital.",
    acts: [
      "banking::clearing_funds::return_capital",
      "banking::clearing_returns::claim",
      "banking::clearing_returns::give_back_settled",
      "banking::clearing_returns::recall",
      "banking::clearing_returns::refuse_recall",
    ],
  },
  {
    why: "Somebody would look for a form: at a bank, for what it keeps for payment institutions and in wallets, and for a loan in equal rates.",
    acts: [
      "banking::first_mode::open_accounts",
      "banking::first_mode::place",
      "banking::first_mode::release",
      "banking::lending::grant_annuity",
      "banking::wallet_deposits::follow_tier",
      "banking::wallet_deposits::fund",
    ],
  },
  {
    why: "Somebody would look for a form: in a wallet, for money of a bank, a payment that draws on a deposit, a code that is shown to pay, a new key.",
    acts: [
      "banking::linked_deposit::pay",
      "banking::wallet_deposits::defund",
      "banking::wallet_deposits::exchange_cash",
      "banking::wallet_deposits::pay",
      "money::account::rotate_key",
      "money::escrow::deliver_to",
      "money::payment_code::collect",
      "money::payment_code::disable",
      "money::payment_code::enable",
    ],
  },
  {
    why: "Rare acts of authorities, with long lists of figures, sent by `sycee move call`.",
    acts: ["banking::reserve_schedule::set", "oversight::gas_schedule::announce", "oversight::gas_schedule::withdraw"],
  },
];

/** What pages offer and no list says to be pressed: most of it is pressed by tests that have no list. */
export const NOT_LISTED: readonly string[] = [];
