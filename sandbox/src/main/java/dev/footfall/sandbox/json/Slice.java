package dev.footfall.sandbox.json;

import java.util.Arrays;

/** A stretch of a request body: one event exactly as it was received. */
public final class Slice {
  private final byte[] body;
  private final int from;
  private final int to;

  Slice(byte[] body, int from, int to) {
    this.body = body;
    this.from = from;
    this.to = to;
  }

  /** The bytes, copied. */
  public byte[] bytes() {
    return Arrays.copyOfRange(body, from, to);
  }
}
