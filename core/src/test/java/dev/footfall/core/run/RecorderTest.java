package dev.footfall.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.ledger.ForgetfulRun;
import dev.footfall.core.ledger.KeyDigest;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private final Books books = new Books();

  private Recorder recorder(Ward ward) {
    return new Recorder(
        new RunScope(
                new PlainRoute(false),
                PlainRoute.binding(),
                new ForgetfulRun(),
                KeyDigest.unkeyed(),
                1,
                books,
                FateListener.NONE)
            .with(ward));
  }

  private static Pending event(String id) {
    byte[] body = id.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    EventRows rows = new EventRows(new long[] {1}, id);
    return new Pending(new Event(body, id, "p", 1000, 2000, rows, KeyMaterial.of(body)), List.of());
  }

  @Test
  void what_the_quarantine_cannot_take_has_its_fate_in_the_books_and_fails_the_run() {
    Recorder recorder =
        recorder(
            new Ward() {
              @Override
              public void refused(Event event, Code code, String platformCode) {
                throw new IllegalStateException("the store is full");
              }

              @Override
              public void delivered(Event event) {
                throw new IllegalStateException("and stays so");
              }
            });
    recorder.settled(event("a"), new Outcome.Refused(Code.PLATFORM_REJECTED, "bad", "no"));
    recorder.settled(event("b"), Outcome.Accepted.PLAIN);

    assertThat(books.sums().rows().of(RowFate.REFUSED)).isOne();
    assertThat(books.sums().rows().of(RowFate.ACCEPTED)).isOne();
    assertThatThrownBy(recorder::requireHeard).hasMessage("the store is full");
  }
}
