package dev.footfall.core.event;

import dev.footfall.core.normalise.Sha256;
import java.nio.charset.StandardCharsets;

/** Event ids made of what an event is: SHA-256 of parts joined with a bar. One thread. */
public final class EventNames {
  private final ByteBuilder text = new ByteBuilder(256);
  private final byte[] hex = new byte[Sha256.HEX];
  private final Sha256 sha256 = Sha256.ofThread();

  /** Starts anew; the caller adds the parts and the bars between them. */
  public ByteBuilder begin() {
    return text.clear();
  }

  /** The first {@code digits} hex digits of the hash of what was added. */
  public String hex(int digits) {
    sha256.hexInto(text.bytes(), text.length(), hex, 0);
    return new String(hex, 0, digits, StandardCharsets.ISO_8859_1);
  }

  /** The digits of the last {@link #hex}, 64 of them; valid until the next. */
  public byte[] digits() {
    return hex;
  }
}
