package dev.footfall.destinations.google;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.source.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Store sales as files for Google Ads. */
final class StoreSalesFile implements FileDelivery {
  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Scheduled uploads take less than uploads by hand. */
  private static final int SCHEDULED_ROWS = 100_000;

  private static final long SCHEDULED_BYTES = 50_000_000;

  private final SettingValues settings;
  private final Instant now;

  StoreSalesFile(SettingValues settings, Instant now) {
    this.settings = settings;
    this.now = now;
  }

  @Override
  public Limits limits() {
    int rows = settings.number("max_rows_per_file");
    Limits limits = GoogleSpec.FILE.withEvents(rows);
    return rows <= SCHEDULED_ROWS ? limits.withBytes(SCHEDULED_BYTES) : limits;
  }

  @Override
  public byte[] header() {
    return Text.utf8(
        "Parameters:TimeZone=+0000;LoyaltyRate="
            + settings.text("loyalty_rate")
            + ";TransactionUploadRate="
            + settings.text("transaction_upload_rate")
            + ",".repeat(15)
            + "\r\n"
            + settings.text("csv_header")
            + "\r\n");
  }

  @Override
  public String fileName(String partition, int part) {
    return String.format(
        Locale.ROOT, "google_store_sales_%s_%02d.csv", NAME_TIME.format(now), part);
  }
}
