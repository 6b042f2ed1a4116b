package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import dev.footfall.core.source.WhiteSpace;
import java.util.Optional;

/**
 * Text that goes out unhashed, such as names of products: trimmed, and each run of control
 * characters, tabs and line breaks becomes one space. Never cut; its length is the caller's matter.
 */
public final class PlainText implements Normaliser {
  private static final Normaliser INSTANCE = new PlainText();
  private static final int LONGEST_FAST = 512;

  private PlainText() {}

  /** The one rule. */
  public static Normaliser oneLine() {
    return INSTANCE;
  }

  @Override
  public String title() {
    return "text, one line";
  }

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    StringBuilder out = new StringBuilder(value.length());
    boolean inRun = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean breaks = Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
      if (!breaks) {
        out.append(c);
      } else if (!inRun) {
        out.append(' ');
      }
      inRun = breaks;
    }
    String line = WhiteSpace.trim(out.toString());
    trace.step("control characters become one space", line);
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  @Override
  public int fast(Text value, Subject subject, byte[] out) {
    if (value.length() > LONGEST_FAST) {
      return SLOW;
    }
    byte[] in = value.bytes();
    int at = 0;
    for (int i = value.start(); i < value.end(); i++) {
      if (in[i] < ' ' || in[i] == 0x7F) {
        return SLOW;
      }
      out[at++] = in[i];
    }
    return at == 0 ? REFUSED : at;
  }
}
