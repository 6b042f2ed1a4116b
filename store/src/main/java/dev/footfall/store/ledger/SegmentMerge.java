package dev.footfall.store.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Merges neighbouring segments into one, streaming; the newest line of a key wins. */
final class SegmentMerge {
  private final List<Segment> inputs;
  private final long[] heads;
  private final int[] next;
  private final boolean[] ended;

  /** Says which lines go on. */
  @FunctionalInterface
  interface Choice {
    boolean keeps(long[] words, int at);
  }

  private SegmentMerge(List<Segment> inputs) {
    this.inputs = inputs;
    this.heads = new long[inputs.size() * Line.WORDS];
    this.next = new int[inputs.size()];
    this.ended = new boolean[inputs.size()];
    for (int i = 0; i < inputs.size(); i++) {
      advance(i);
    }
  }

  /**
   * Writes the merged segment.
   *
   * @param inputs oldest first
   * @param choice which lines go on
   * @return false when no line was left, and so no file
   */
  static boolean write(List<Segment> inputs, Path file, Choice choice) throws IOException {
    int rows = inputs.stream().mapToInt(Segment::rows).sum();
    SegmentMerge merge = new SegmentMerge(inputs);
    try (SegmentWriter writer = new SegmentWriter(file, rows)) {
      for (int newest = merge.least(); newest >= 0; newest = merge.least()) {
        int at = newest * Line.WORDS;
        if (choice.keeps(merge.heads, at)) {
          writer.add(merge.heads, at);
        }
        merge.skip(newest);
      }
      if (writer.rows() > 0) {
        writer.finish();
      }
      return writer.rows() > 0;
    }
  }

  /** The newest input whose head has the least key, or -1 when all have ended. */
  private int least() {
    int least = -1;
    for (int i = inputs.size() - 1; i >= 0; i--) {
      if (!ended[i] && (least < 0 || compare(i, least) < 0)) {
        least = i;
      }
    }
    return least;
  }

  /** Passes the key at the head of this input in all inputs. */
  private void skip(int input) {
    for (int i = 0; i < inputs.size(); i++) {
      if (i != input && !ended[i] && compare(i, input) == 0) {
        advance(i);
      }
    }
    advance(input);
  }

  private int compare(int a, int b) {
    return Line.compareKeys(heads, a * Line.WORDS, heads, b * Line.WORDS);
  }

  private void advance(int input) {
    Segment segment = inputs.get(input);
    if (next[input] == segment.rows()) {
      ended[input] = true;
    } else {
      segment.read(next[input]++, heads, input * Line.WORDS);
    }
  }
}
