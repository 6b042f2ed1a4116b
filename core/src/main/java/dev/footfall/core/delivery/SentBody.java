package dev.footfall.core.delivery;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** A body of byte ranges, sent without being joined; knows whether any of it has left. */
final class SentBody implements HttpRequest.BodyPublisher {
  private final List<byte[]> parts;
  private final AtomicBoolean begun = new AtomicBoolean();

  SentBody(List<byte[]> parts) {
    this.parts = parts;
  }

  boolean begun() {
    return begun.get();
  }

  @Override
  public long contentLength() {
    return parts.stream().mapToLong(p -> p.length).sum();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    HttpRequest.BodyPublisher publisher =
        parts.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArrays(this::marking);
    publisher.subscribe(subscriber);
  }

  private Iterator<byte[]> marking() {
    Iterator<byte[]> all = parts.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public byte[] next() {
        begun.set(true);
        return all.next();
      }
    };
  }
}
