package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.source.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** Events as lines of files to upload: a series of files for each event set. */
final class TikTokFile implements FileDelivery {
  /** The only header that TikTok takes. */
  static final String HEADER =
      "event_type,email,phone,timestamp,price,currency,transaction_category,order_id,quantity,"
          + "product_id,product_category,store_id";

  private static final byte[] HEADER_LINE = Text.utf8(HEADER + "\r\n");

  private final TikTokSettings.Files settings;
  private final String runId;

  TikTokFile(TikTokSettings.Files settings, String runId) {
    this.settings = settings;
    this.runId = runId.replaceAll("[^A-Za-z0-9_-]", "-");
  }

  @Override
  public Limits limits() {
    return TikTokSpec.FILE.withBytes(settings.mostBytes());
  }

  @Override
  public byte[] header() {
    return HEADER_LINE.clone();
  }

  @Override
  public String fileName(String partition, int part) {
    return String.format(
        Locale.ROOT,
        "%s_%s_%s_%03d.csv",
        settings.prefix(),
        partition.isEmpty() ? "all" : partition,
        runId,
        part);
  }

  @Override
  public Optional<Code> fault(String name, InputStream content) throws IOException {
    return new CsvCheck(settings).file(name, content);
  }
}
