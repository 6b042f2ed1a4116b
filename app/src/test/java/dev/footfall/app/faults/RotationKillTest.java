package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.cli.Typed;
import dev.footfall.app.proof.Operator;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.credential.StoredTokens;
import dev.footfall.store.Store;
import dev.footfall.store.sql.TokenRotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code footfall secrets rotate} is killed ({@code kill -9}) at points drawn from a seed. Every
 * token opens with the keys that are there, and the same command, typed again, ends what was begun.
 */
class RotationKillTest {
  private static final Faults SIZE = Faults.ofThisRun();
  private static final int KILLS = SIZE.full() ? 100 : 3;
  private static final List<String> CREDENTIALS = List.of("meta", "tiktok", "klaviyo", "google");

  /** How often the keys are to be changed; it is killed before the half of that, and a little. */
  private static final int MOST = 40;

  /** In nanoseconds: some changes of keys. */
  private static final int LONGEST_PAUSE = 50_000_000;

  @TempDir Path folder;
  private final Random random = new Random(SIZE.seed());
  private Path home;

  @BeforeEach
  void a_store_with_tokens() throws IOException {
    home = folder.resolve("project/.footfall");
    Typed.in(home.getParent())
        .write("data/orders.csv", "order_id\n")
        .write("queries/q.sql", "SELECT * FROM orders")
        .write("footfall.yaml", "sources:\n  drops: { type: files, path: data }\n");
    try (Store store = Store.open(home)) {
      for (String credential : CREDENTIALS) {
        store.tokens().write(credential, tokens(credential));
      }
    }
  }

  private static StoredTokens tokens(String credential) {
    return new StoredTokens(
        Map.of("access_token", Secret.of("kept-token-of-" + credential)),
        Optional.empty(),
        "origin");
  }

  @Test
  void whatever_moment_a_change_of_keys_is_killed_at_every_token_opens_and_it_can_be_ended()
      throws Exception {
    int underWay = 0;
    for (int i = 0; i < KILLS; i++) {
      kill();
      String where = "kill " + i + ", seed " + SIZE.seed();
      underWay += isUnderWay() ? 1 : 0;
      everyTokenOpens(copy(i), where);
      end(where);
      everyTokenOpens(home, where);
    }
    Faults.figure(
        ("secrets rotate: killed %d times (seed %d), %d of them with more than one key or a file"
                + " half done; %d tokens opened each time, before and after the command was typed"
                + " again; one key left")
            .formatted(KILLS, SIZE.seed(), underWay, CREDENTIALS.size()));
  }

  /** Somebody changes the keys again and again, and is killed at it. */
  private void kill() throws IOException {
    Operator victim = Operator.in(home.getParent(), folder.resolve("tmp"), Map.of(), List.of());
    for (int i = 0; i < MOST; i++) {
      victim.begin("secrets", "rotate", random.nextBoolean() ? "--drop-old" : "--json");
    }
    for (int left = 1 + random.nextInt(MOST / 2); left > 0; left--) {
      victim.end();
    }
    long until = System.nanoTime() + random.nextInt(LONGEST_PAUSE);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    victim.kill();
  }

  private boolean isUnderWay() throws IOException {
    try (Store store = Store.open(home)) {
      return store.rotation().state().keys().size() > 1 || !halfDone().isEmpty();
    }
  }

  private List<Path> halfDone() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.filter(file -> file.toString().matches(".*[.](new|draft)")).toList();
    }
  }

  /** Reading a token seals it anew where its key has changed, so it is done elsewhere. */
  private Path copy(int number) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copies/" + number));
    try (Stream<Path> tree = Files.walk(home)) {
      for (Path file : tree.filter(path -> !path.equals(home)).toList()) {
        Files.copy(file, copy.resolve(home.relativize(file).toString()));
      }
    }
    return copy;
  }

  private static void everyTokenOpens(Path home, String where) throws IOException {
    try (Store store = Store.open(home)) {
      TokenRotation.State state = store.rotation().state();
      assertThat(state.keys()).as(where).containsAll(state.tokens().values());
      for (String credential : CREDENTIALS) {
        assertThat(store.tokens().read(credential)).as(where).contains(tokens(credential));
      }
    }
  }

  private void end(String where) throws IOException {
    Typed.Answer answer =
        Typed.in(home.getParent()).type("secrets", "rotate", "--drop-old", "--json");
    assertThat(answer.code()).as(where + answer.err()).isZero();
    assertThat(answer.json().get("keys")).as(where).hasSize(1);
    assertThat(answer.json().get("tokens")).hasSize(CREDENTIALS.size());
    assertThat(halfDone()).as(where).isEmpty();
  }
}
