package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Everything there is to know of Klaviyo before a row is read. */
final class KlaviyoSpec {
  static final String PROFILES = "profiles";
  static final String EVENTS = "events";

  /** Of a body, with a margin below Klaviyo's 5 MB. */
  private static final int MOST_BYTES = 4_600_000;

  /** Of a job; two jobs are under way at most. */
  static final Limits PROFILE_JOB = new Limits(10_000, MOST_BYTES, 100_000, 2, 150);

  /** Of a job. */
  static final Limits EVENT_JOB = new Limits(1000, MOST_BYTES, MOST_BYTES - 1000, 2, 150);

  /** Of one profile in a request of its own. */
  static final Limits ONE_PROFILE = new Limits(1, MOST_BYTES, 100_000, 4, 750);

  /**
   * Of profiles in requests of their own that share a call for the list, which takes 1,000. A
   * hundred make that call rare enough, and leave work for other senders.
   */
  static final Limits LISTED = new Limits(100, 100 * 100_000L, 100_000, 4, 750);

  /** Of one event in a request of its own. */
  static final Limits ONE_EVENT = new Limits(1, MOST_BYTES, MOST_BYTES - 1000, 4, 3500);

  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);
  private static final String REFERENCE = "https://developers.klaviyo.com/en/reference/";
  private static final String DOCS = "https://developers.klaviyo.com/en/docs/";

  private KlaviyoSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About(
            "klaviyo",
            "Klaviyo",
            "What people did offline, as properties of their profiles or as events of their own.",
            "12 to 24 hours",
            links()),
        List.of(
            new Mode(PROFILES, "Bulk profile import", Mode.Transport.HTTP, PROFILE_JOB, "none"),
            new Mode(EVENTS, "Events", Mode.Transport.HTTP, EVENT_JOB, "since 1990")),
        KlaviyoSettingSpecs.settings(),
        KlaviyoSettingSpecs.credential(),
        KlaviyoColumns.all(),
        rules(),
        KlaviyoCodes.all(),
        Optional.of(KlaviyoColumns.OPEN));
  }

  private static List<DocumentationLink> links() {
    return List.of(
        link("Bulk import profiles", REFERENCE + "bulk_import_profiles"),
        link("Create or update profile", REFERENCE + "create_or_update_profile"),
        link("Bulk create events", REFERENCE + "bulk_create_events"),
        link("Create event", REFERENCE + "create_event"),
        link("Rate limits, status codes and errors", DOCS + "rate_limits_and_error_handling"),
        link("Authenticate API requests", DOCS + "authenticate_"),
        link("Set up OAuth", DOCS + "set_up_oauth"));
  }

  private static DocumentationLink link(String title, String url) {
    return new DocumentationLink(title, url, CHECKED);
  }

  /** The column of the primary key is asked for where the settings are known. */
  private static List<ColumnRule> rules() {
    return List.of(
        ColumnRule.anyOf("email", "phone_number", "external_id"),
        ColumnRule.anyOf("timestamp").in(EVENTS));
  }
}
