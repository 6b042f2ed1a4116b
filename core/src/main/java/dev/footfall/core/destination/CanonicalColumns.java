package dev.footfall.core.destination;

import java.util.Set;

/**
 * The canonical vocabulary: one name and one meaning for all destinations. A destination that has
 * no use for one of them says nothing about it.
 */
public final class CanonicalColumns {
  /** All names. */
  public static final Set<String> NAMES =
      Set.of(
          "external_id",
          "email",
          "phone",
          "given_name",
          "surname",
          "birthdate",
          "gender",
          "city",
          "state",
          "postal",
          "country",
          "maid",
          "click_id",
          "uid2",
          "euid",
          "order_id",
          "event_name",
          "event_id",
          "timestamp",
          "action_source",
          "product_id",
          "product_name",
          "product_category",
          "brand",
          "price",
          "quantity",
          "value",
          "currency",
          "store_id",
          "is_return",
          "is_cancellation",
          "opt_out",
          "ad_user_data",
          "ad_personalization");

  private CanonicalColumns() {}
}
