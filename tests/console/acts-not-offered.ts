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
];
