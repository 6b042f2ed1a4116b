package dev.footfall.destinations.braze;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.OpenColumns;
import dev.footfall.core.destination.SettingValues;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything there is to know of Braze before a row is read. */
final class BrazeSpec {
  static final String ATTRIBUTES = "attributes";
  static final String PURCHASES = "purchases";

  /** Most bytes of one object. */
  static final int OBJECT_BYTES = 100_000;

  private static final int IN_FLIGHT = 4;
  private static final int MOST_REQUESTS_PER_MINUTE = 60_000;

  /** Of one request to {@code /users/track}. */
  static final Limits TRACK =
      new Limits(75, 3_900_000, OBJECT_BYTES, IN_FLIGHT, MOST_REQUESTS_PER_MINUTE);

  /** Of one request to {@code /users/track/bulk}, which takes 50 in a second. */
  static final Limits BULK = new Limits(1000, 1_900_000, OBJECT_BYTES, IN_FLIGHT, 3000);

  /** Of one request of purchases, of which one may be as many objects as fit. */
  static final Limits PURCHASE =
      new Limits(75, 3_900_000, 3_800_000, IN_FLIGHT, MOST_REQUESTS_PER_MINUTE);

  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);
  private static final String DOCS = "https://www.braze.com/docs/api/";

  private BrazeSpec() {}

  /** All there is, for people: the columns of both modes. */
  static DestinationSpec whole() {
    ColumnRule identifiers =
        ColumnRule.of(Arrays.stream(Identifier.values()).map(Identifier::columns).toList());
    return spec(BrazeColumns.all(), identifiers, Optional.of(BrazeColumns.attributes(true)));
  }

  /** What is taken under some settings. */
  static DestinationSpec under(SettingValues settings) {
    Identifier identifier = Identifier.of(settings.text("user_identifier"));
    boolean aliases = settings.flag("profile_aliases");
    boolean isPurchases = settings.mode().equals(PURCHASES);
    return spec(
        isPurchases
            ? BrazeColumns.ofPurchases(identifier)
            : BrazeColumns.ofAttributes(identifier, aliases),
        ColumnRule.of(List.of(identifier.columns())),
        isPurchases ? properties(settings) : Optional.of(BrazeColumns.attributes(aliases)));
  }

  private static Optional<OpenColumns> properties(SettingValues settings) {
    return settings.flag("send_extra_columns_as_properties")
        ? Optional.of(BrazeColumns.properties())
        : Optional.empty();
  }

  private static DestinationSpec spec(
      List<ColumnSpec> columns, ColumnRule identifiers, Optional<OpenColumns> open) {
    return new DestinationSpec(
        new About(
            "braze",
            "Braze",
            "What people did offline, as custom attributes of their profiles or as purchases.",
            "12 to 24 hours",
            links()),
        List.of(
            new Mode(ATTRIBUTES, "User attributes", Mode.Transport.HTTP, TRACK, "none"),
            new Mode(PURCHASES, "Purchases", Mode.Transport.HTTP, PURCHASE, "none")),
        BrazeSettingSpecs.settings(),
        List.of(BrazeSettingSpecs.key()),
        columns,
        List.of(
            identifiers,
            ColumnRule.anyOf("product_id").in(PURCHASES),
            ColumnRule.anyOf("price").in(PURCHASES),
            ColumnRule.anyOf("currency").in(PURCHASES),
            ColumnRule.anyOf("purchase_time").in(PURCHASES)),
        BrazeCodes.all(),
        open);
  }

  private static List<DocumentationLink> links() {
    return List.of(
        link("User track", "endpoints/user_data/post_user_track/"),
        link("User attributes object", "objects_filters/user_attributes_object/"),
        link("Purchase object", "objects_filters/purchase_object/"),
        link("API limits", "api_limits/"),
        link("API errors", "errors/"));
  }

  private static DocumentationLink link(String title, String page) {
    return new DocumentationLink(title, DOCS + page, CHECKED);
  }
}
