package dev.footfall.app.cli;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.Phones;
import java.time.LocalDate;
import java.util.List;

/** An invented platform, small enough to read: what the command line does with any other. */
public final class ParcelPost implements Destination {
  private static final Limits LIMITS = new Limits(1000, 10_000_000, 100_000, 4, 600);
  private static final ValueRule ANY = ValueRule.shaped("\\S.*", "text");

  @Override
  public DestinationSpec spec() {
    return new DestinationSpec(
        about(), modes(), settings(), credential(), columns(), rules(), codes());
  }

  @Override
  public Route route(RouteContext context) {
    return new Nowhere();
  }

  /** The invented platform can be checked, but delivers nothing. */
  private static final class Nowhere implements Route {
    @Override
    public String target() {
      return "nowhere";
    }

    @Override
    public int windowDays() {
      return 7;
    }

    @Override
    public EventMapper mapper() {
      throw new UnsupportedOperationException("the invented platform maps nothing");
    }

    @Override
    public Delivery delivery() {
      return new Letters();
    }
  }

  /** Files that nobody writes. */
  private static final class Letters implements FileDelivery {
    @Override
    public Limits limits() {
      return LIMITS;
    }

    @Override
    public byte[] header() {
      return new byte[0];
    }

    @Override
    public String fileName(String partition, int part) {
      return "letters-" + part + ".csv";
    }
  }

  private static About about() {
    return new About(
        "parcel-post",
        "Parcel Post",
        "Purchases in stores, so that parcels can be credited.",
        "up to 24 hours",
        List.of(
            new DocumentationLink(
                "Parcels", "https://example.com/parcels", LocalDate.of(2026, 11, 21))));
  }

  private static List<Mode> modes() {
    return List.of(
        new Mode("api", "Parcels API", Mode.Transport.HTTP, LIMITS, "the last 7 days"),
        new Mode("file", "Parcel file", Mode.Transport.FILE, LIMITS, "the last 30 days"));
  }

  private static List<Setting> settings() {
    return List.of(
        Setting.of("mode", ValueRule.choice("api", "file"), "api", "How to deliver."),
        Setting.required(
                "depot_id", ValueRule.shaped("[0-9]{1,20}", "1 to 20 digits"), "The depot.")
            .in("api"),
        Setting.of("batch_size", new ValueRule.Whole(1, 1000), "1000", "Events in a request."),
        Setting.of("test_mode", new ValueRule.Flag(), "false", "Whether nothing counts."),
        Setting.of("default_phone_region", new ValueRule.Region(), "US", "For national numbers."));
  }

  private static List<CredentialField> credential() {
    return List.of(
        new CredentialField(
            "access_token", Need.REQUIRED, ANY, true, "Made in the depot's office."),
        new CredentialField("app_id", Need.OPTIONAL, ANY, false, "The app's number."));
  }

  private static List<ColumnSpec> columns() {
    return List.of(
        ColumnSpec.of("em", "user.em", FieldRule.hashed(Emails.general(), Code.BAD_EMAIL))
            .canonical("email")
            .aliases("email")
            .need(Need.RECOMMENDED)
            .help("The customer's address."),
        ColumnSpec.of(
                "ph",
                "user.ph",
                FieldRule.hashed(Phones.lenient(Phones.Form.DIGITS), Code.BAD_PHONE))
            .canonical("phone")
            .aliases("phone")
            .help("The customer's phone."),
        ColumnSpec.of("kind", "kind", FieldRule.rejecting(Code.BAD_EVENT_NAME))
            .values(List.of("parcel", "letter"))
            .help("What was sent."),
        ColumnSpec.of("timestamp", "time", FieldRule.rejecting(Code.BAD_TIMESTAMP))
            .canonical("timestamp")
            .need(Need.REQUIRED)
            .type(ColumnType.TIMESTAMP)
            .help("When it happened."));
  }

  private static List<ColumnRule> rules() {
    return List.of(ColumnRule.anyOf("timestamp"), ColumnRule.anyOf("em", "ph"));
  }

  private static List<CodeSpec> codes() {
    return List.of(
        new CodeSpec(Code.BAD_TIMESTAMP, CodeSpec.Severity.ROW, "The time cannot be read."),
        new CodeSpec(Code.BAD_EMAIL, CodeSpec.Severity.NOTICE, "The address cannot be read."),
        new CodeSpec(Code.CREDENTIALS_REJECTED, CodeSpec.Severity.RUN, "The token has ended."));
  }
}
