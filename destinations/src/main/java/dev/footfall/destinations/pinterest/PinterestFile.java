package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.source.Text;
import java.util.Locale;
import java.util.StringJoiner;

/** Events as lines of files that a person uploads in Ads Manager. */
final class PinterestFile implements FileDelivery {
  private final PinterestSettings.File settings;
  private final String runId;
  private final byte[] header;

  PinterestFile(PinterestSettings.File settings, String runId) {
    this.settings = settings;
    this.runId = runId.replaceAll("[^A-Za-z0-9_-]", "-");
    this.header = Text.utf8(headerLine(settings));
  }

  private static String headerLine(PinterestSettings.File settings) {
    StringJoiner names = new StringJoiner(",", "", "\r\n");
    for (int i = 1; i <= settings.emailColumns(); i++) {
      names.add(settings.emailColumns() == 1 ? "email" : "email_" + i);
    }
    names.add("event_time").add("event_type").add(settings.sourceHeader());
    names.add("value").add("order_id").add("quantity");
    if (settings.hasMadid()) {
      names.add("madid");
    }
    if (settings.hasCurrency()) {
      names.add("currency");
    }
    return names.toString();
  }

  /** The most bytes that a line may have, so that a file can hold it. */
  static long mostLineBytes(PinterestSettings.File settings) {
    long room = settings.mostBytes() - headerLine(settings).length();
    return Math.min(PinterestSpec.FILE.eventBytes(), room);
  }

  @Override
  public Limits limits() {
    return PinterestSpec.FILE.withEvents(settings.mostRows()).withBytes(settings.mostBytes());
  }

  @Override
  public byte[] header() {
    return header.clone();
  }

  @Override
  public String fileName(String partition, int part) {
    return String.format(Locale.ROOT, "%s_%s_%03d.csv", settings.prefix(), runId, part);
  }
}
