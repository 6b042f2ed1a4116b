package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.destination.HttpCall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SentBodyTest {
  @Property(tries = 200)
  void no_byte_is_lost_or_doubled(@ForAll @Size(max = 40) List<@Size(max = 2000) byte[]> parts) {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    parts.forEach(expected::writeBytes);
    SentBody body = new SentBody(parts);

    assertThat(joined(buffers(body))).isEqualTo(expected.toByteArray());
    assertThat(body.contentLength()).isEqualTo(expected.size());
    assertThat(body.begun()).isEqualTo(expected.size() > 0);
  }

  @Property(tries = 50)
  void chunks_come_one_by_one_as_they_are_asked_for(
      @ForAll @Size(min = 1, max = 400_000) byte[] bytes) {
    OneByOne subscriber = new OneByOne();

    new SentBody(List.of(bytes)).subscribe(subscriber);

    assertThat(joined(subscriber.buffers)).isEqualTo(bytes);
    assertThat(subscriber.completed).isOne();
    assertThat(subscriber.deepest).isOne();
  }

  @Test
  void nothing_comes_after_a_cancellation() {
    OneByOne subscriber = new OneByOne();
    subscriber.most = 2;

    new SentBody(List.of(new byte[1_000_000])).subscribe(subscriber);

    assertThat(subscriber.buffers).hasSize(2);
    assertThat(subscriber.completed).isZero();
  }

  @Test
  void not_a_byte_leaves_when_it_may_not() {
    OneByOne subscriber = new OneByOne();
    HttpCall call = HttpCall.post("http://localhost", Map.of(), Set.of(), List.of(new byte[9]));

    SentBody body =
        SentBody.of(
            call,
            () -> {
              throw new Departure.Refused(new IllegalStateException("late"));
            });
    assertThatThrownBy(() -> body.subscribe(subscriber)).hasRootCauseMessage("late");
    assertThat(subscriber.buffers).isEmpty();
    assertThat(subscriber.completed).isZero();
    assertThat(body.begun()).isFalse();
    assertThat(body.refused()).isPresent();
  }

  @Test
  void what_is_withheld_never_begins() {
    OneByOne subscriber = new OneByOne();
    SentBody body = new SentBody(List.of(new byte[9]));

    assertThat(body.withhold()).isTrue();
    assertThatThrownBy(() -> body.subscribe(subscriber)).hasRootCauseInstanceOf(IOException.class);
    assertThat(subscriber.buffers).isEmpty();
    assertThat(body.begun()).isFalse();
  }

  @Test
  void what_has_begun_is_not_withheld_any_more() {
    SentBody body = new SentBody(List.of(new byte[9]));
    body.subscribe(new OneByOne());

    assertThat(body.withhold()).isFalse();
    assertThat(body.begun()).isTrue();
  }

  @Test
  void many_small_parts_leave_in_few_buffers() {
    List<byte[]> parts = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      parts.add(new byte[999]);
      parts.add(new byte[] {','});
    }

    assertThat(buffers(new SentBody(parts))).hasSizeLessThan(20);
  }

  @Test
  void a_compressed_body_says_so_and_unpacks_to_what_was_written() throws IOException {
    HttpCall plain =
        HttpCall.post("http://test/", Map.of("A", "b"), Set.of(), List.of(new byte[9000]));
    HttpCall packed = plain.gzipped();
    byte[] sent = joined(buffers(SentBody.of(packed, Departure.FREE)));

    assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip").containsEntry("A", "b");
    assertThat(packed.length()).isEqualTo(9000);
    assertThat(sent).hasSizeLessThan(100);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes())
        .isEqualTo(new byte[9000]);
  }

  /** Asks for the next chunk while it is given one, as the client does. */
  private static final class OneByOne implements Flow.Subscriber<ByteBuffer> {
    private final List<ByteBuffer> buffers = new ArrayList<>();
    private Optional<Flow.Subscription> subscription = Optional.empty();
    private int most = Integer.MAX_VALUE;
    private int depth;
    private int deepest;
    private int completed;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = Optional.of(given);
      given.request(1);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      deepest = Math.max(deepest, ++depth);
      buffers.add(buffer);
      if (buffers.size() == most) {
        subscription.orElseThrow().cancel();
      }
      subscription.orElseThrow().request(1);
      depth--;
    }

    @Override
    public void onError(Throwable fault) {
      throw new AssertionError(fault);
    }

    @Override
    public void onComplete() {
      completed++;
    }
  }

  private static byte[] joined(List<ByteBuffer> buffers) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  private static List<ByteBuffer> buffers(SentBody body) {
    List<ByteBuffer> buffers = new ArrayList<>();
    body.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(ByteBuffer buffer) {
            buffers.add(buffer);
          }

          @Override
          public void onError(Throwable fault) {
            throw new AssertionError(fault);
          }

          @Override
          public void onComplete() {}
        });
    return buffers;
  }
}
