package dev.footfall.core.destination;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canonical vocabulary: one name and one meaning for all destinations. A destination that has
 * no use for one of them says nothing about it.
 */
public final class CanonicalColumns {
  /** Those that hold a person: what is masked wherever rows are shown. */
  public static final Set<String> PERSONAL =
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
          "euid");

  private static final Set<String> IMPERSONAL =
      Set.of(
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

  /** All names. */
  public static final Set<String> NAMES =
      Stream.of(PERSONAL, IMPERSONAL).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private CanonicalColumns() {}
}
