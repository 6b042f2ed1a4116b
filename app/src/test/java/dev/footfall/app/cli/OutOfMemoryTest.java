package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process without memory ends with one line that says how to give it more. */
class OutOfMemoryTest {
  @TempDir Path folder;

  private Typed.Answer previewed(Optional<RuntimeException> first, OutOfMemoryError error) {
    return Typed.in(folder)
        .having(new Hungry(first, error))
        .write("rows.ndjson", "{\"em\":\"a@b.example\",\"timestamp\":\"2026-11-20T09:00:00Z\"}\n")
        .type("preview", "parcel-post", "--rows", "rows.ndjson", "--set", "depot_id=1", "-v");
  }

  @Test
  void the_line_names_the_limit_and_how_to_raise_it() {
    Typed.Answer answer = previewed(Optional.empty(), new OutOfMemoryError("Java heap space"));
    assertThat(answer.code()).isEqualTo(5);
    assertThat(answer.err().strip().lines()).hasSize(1);
    assertThat(answer.err())
        .contains("OUT_OF_MEMORY", "MB of memory", "FOOTFALL_JAVA_OPTS=-Xmx", "not sent twice");
  }

  @Test
  void an_error_of_another_thread_is_known_behind_what_brought_it() {
    OutOfMemoryError cause = new OutOfMemoryError("unable to create native thread");
    Typed.Answer answer = previewed(Optional.of(new IllegalStateException(cause)), cause);
    assertThat(answer.code()).isEqualTo(5);
    assertThat(answer.err()).contains("OUT_OF_MEMORY", "no more threads").doesNotContain("-Xmx");
  }

  /** A platform whose route needs more than there is. */
  private record Hungry(Optional<RuntimeException> first, OutOfMemoryError error)
      implements Destination {
    @Override
    public DestinationSpec spec() {
      return new ParcelPost().spec();
    }

    @Override
    public Route route(RouteContext context) {
      if (first.isPresent()) {
        throw first.get();
      }
      throw error;
    }
  }
}
