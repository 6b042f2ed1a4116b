package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.ledger.KeyState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where complete files go. */
class ShelfTest extends PostTrial {
  @TempDir private Path folder = Path.of("");

  private static final class Lines implements FileDelivery {
    @Override
    public Limits limits() {
      return new Limits(100, 1000, 100, 1, 60);
    }

    @Override
    public byte[] header() {
      return new byte[] {'h', '\n'};
    }

    @Override
    public String fileName(String partition, int part) {
      return partition + part;
    }

    @Override
    public Optional<Code> fault(String name, InputStream content) throws IOException {
      boolean isBad = new String(content.readAllBytes(), StandardCharsets.UTF_8).contains("bad");
      return isBad ? Optional.of(Code.CSV_BAD_FORMAT) : Optional.empty();
    }
  }

  private FilePost post(Shelf shelf) {
    return new FilePost(
        new Lines(),
        new FilePost.Workshop(folder, shelf),
        new Claims(ledger, time),
        heard,
        (partition, file) -> {});
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void events_are_delivered_when_their_file_is_on_the_shelf() throws IOException {
    Path far = Files.createDirectory(folder.resolve("far"));
    try (FilePost post =
        post(
            (whole, target) -> {
              Files.move(whole, far.resolve(target.getFileName()));
              return Optional.empty();
            })) {
      post.send(List.of(event("a")));
      post.finish();
    }

    assertThat(far.resolve("p1")).hasContent("h\na");
    assertThat(heard.outcomes).containsEntry("a", Outcome.Accepted.PLAIN);
    assertThat(left()).containsExactly("far");
  }

  @Test
  void a_file_that_the_platform_would_turn_down_never_gets_its_name() throws IOException {
    try (FilePost post = post(Shelf.FOLDER)) {
      post.send(List.of(event("bad")));
      post.finish();
      assertThat(post.stopped().map(Reading.Stop::code)).contains(Code.CSV_BAD_FORMAT);
    }

    assertThat(left()).isEmpty();
    assertThat(heard.outcomes.get("bad")).isInstanceOf(Outcome.NotSent.class);
    assertThat(stateOf("bad")).isEqualTo(KeyState.NEW);
  }

  @Test
  void a_shelf_that_refuses_stops_the_run_and_nothing_is_left_behind() throws IOException {
    Reading.Stop refused = new Reading.Stop(Code.CREDENTIALS_REJECTED, "wrong key");
    try (FilePost post = post((whole, target) -> Optional.of(refused))) {
      post.send(List.of(event("a")));
      post.finish();
      assertThat(post.stopped()).contains(refused);
    }

    assertThat(left()).isEmpty();
    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.NotSent.class);
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
  }
}
