package dev.footfall.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads request bodies up to a bound. */
final class Bodies {
  private static final int SIP = 1 << 16;

  /** A body over the bound is still read this far, so that the sender gets to see the answer. */
  private static final long PATIENCE = 64L << 20;

  private final int most;

  Bodies(long most) {
    this.most = Math.toIntExact(Math.min(most, Integer.MAX_VALUE - 16));
  }

  /** The whole body; empty when it is over the bound. */
  Optional<byte[]> read(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(most);
    if (body.length < most || in.read() < 0) {
      return Optional.of(body);
    }
    byte[] sip = new byte[SIP];
    long drained = 0;
    for (int read = in.read(sip); read >= 0 && drained < PATIENCE; read = in.read(sip)) {
      drained += read;
    }
    return Optional.empty();
  }
}
