package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import dev.footfall.core.source.WhiteSpace;
import java.util.function.IntPredicate;

/**
 * The short cut of rules that look at one character at a time: what becomes of each ASCII
 * character, by table. White space that stays becomes one space, none at the ends.
 */
final class CharacterRule implements StepByStep.ShortCut {
  private static final int LONGEST = 256;

  private final byte[] table = new byte[128];

  /** Keeps what is not dropped, in lower case. */
  CharacterRule(IntPredicate dropped) {
    for (int c = 0; c < table.length; c++) {
      int kept = WhiteSpace.isSpace(c) ? ' ' : c >= 'A' && c <= 'Z' ? c + 32 : c;
      table[c] = (byte) (dropped.test(c) ? 0 : kept);
    }
  }

  @Override
  public int fast(Text value, Subject subject, byte[] out) {
    if (value.length() > LONGEST) {
      return Normaliser.SLOW;
    }
    byte[] in = value.bytes();
    int at = 0;
    boolean space = false;
    for (int i = value.start(); i < value.end(); i++) {
      if (in[i] <= 0) {
        return Normaliser.SLOW;
      }
      byte c = table[in[i]];
      if (c == ' ') {
        space = at > 0;
      } else if (c != 0) {
        if (space) {
          out[at++] = ' ';
          space = false;
        }
        out[at++] = c;
      }
    }
    return at == 0 ? Normaliser.REFUSED : at;
  }
}
