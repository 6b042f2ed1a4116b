package dev.footfall.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it brings files to a server, and the runs after it. */
class SftpKillTest {
  /** Rows for two files of a megabyte each. */
  private static final int MANY = 9_000;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = SftpShop.platforms();
  private SftpShop shop;

  @BeforeEach
  void open() {
    shop = new SftpShop(folder.resolve("shop"), sandbox).write();
  }

  private List<String> there() {
    try {
      return sandbox.sftpFiles("/criteo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isThere(Predicate<String> name) {
    return there().stream().anyMatch(name);
  }

  private static boolean isPassing(String name) {
    return name.startsWith(".");
  }

  private static boolean isWhole(String name) {
    return name.endsWith(".csv");
  }

  /** Runs until that name is on the server, then dies. */
  private void killWhen(String orchestration, Predicate<String> name) throws Exception {
    try (Operator operator = shop.operator()) {
      operator.begin("run", orchestration);
      SftpShop.await(operator, () -> isThere(name));
      operator.kill();
    }
  }

  private JsonNode run(String orchestration) throws Exception {
    try (Operator operator = shop.operator()) {
      Operator.Answer answer = operator.type("run", orchestration, "--json");
      assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
      return new ObjectMapper().readTree(answer.out());
    }
  }

  /** Every row is in one file, and nothing is left half done. */
  private void everyRowIsThereOnce(JsonNode books) throws IOException {
    long kept = sandbox.counters("criteo").kept();
    long delivered =
        books.at("/rows/accepted").longValue() + books.at("/rows/already_delivered").longValue();
    assertThat(kept).isPositive().isEqualTo(delivered);
    assertThat(books.at("/rows/unknown").longValue()).isZero();
    assertThat(books.at("/rows/not_sent").longValue()).isZero();
    assertThat(sandbox.counters("criteo").duplicates()).as("lines sent twice").isZero();
    assertThat(sandbox.refusals("criteo", 10)).isEmpty();
    assertThat(there()).noneMatch(SftpKillTest::isPassing);
    assertThat(there().get(there().size() - 1)).endsWith(".DONE");
    assertThat(shop.waiting()).isEmpty();
  }

  @Test
  void a_file_that_was_only_half_there_is_written_again() throws Exception {
    sandbox.inject("criteo", Injection.next("slow").with("delay_ms", 60_000));
    try (Operator operator = shop.operator()) {
      operator.begin("run", "criteo");
      SftpShop.await(
          operator,
          () -> shop.waiting().stream().anyMatch(file -> file.toString().endsWith(".sealed")));
      operator.kill();
    }
    assertThat(there()).noneMatch(SftpKillTest::isWhole);

    JsonNode books = run("criteo");
    assertThat(books.at("/rows/accepted").longValue()).isPositive();
    everyRowIsThereOnce(books);
  }

  @Test
  void a_file_that_waited_for_its_name_gets_it_from_the_next_run() throws Exception {
    sandbox.inject("criteo", Injection.next("drop_before_rename"));
    try (Operator operator = shop.operator()) {
      operator.begin("run", "criteo");
      SftpShop.await(
          operator,
          () ->
              sandbox.requests("criteo", 10).stream()
                  .anyMatch(r -> r.injected().equals("drop_before_rename")));
      operator.kill();
    }
    assertThat(there()).hasSize(1).allMatch(SftpKillTest::isPassing);

    JsonNode books = run("criteo");
    assertThat(books.at("/rows/accepted").longValue()).as(books.toString()).isZero();
    everyRowIsThereOnce(books);
  }

  @Test
  void a_file_that_had_its_name_before_anybody_heard_of_it_is_not_written_again() throws Exception {
    sandbox.inject("criteo", Injection.next("late_rename").with("delay_ms", 60_000));
    killWhen("criteo", SftpKillTest::isWhole);

    JsonNode books = run("criteo");
    assertThat(books.at("/rows/accepted").longValue()).as(books.toString()).isZero();
    assertThat(there().stream().filter(SftpKillTest::isWhole)).hasSize(1);
    everyRowIsThereOnce(books);
  }

  @Test
  void runs_that_die_again_and_again_between_files_bring_every_row_once_in_the_end()
      throws Exception {
    new Shop(folder.resolve("shop")).grow(MANY);
    shop.query("SELECT * FROM many");
    killWhen("criteo", anything -> true);
    killWhen("criteo", SftpKillTest::isWhole);

    everyRowIsThereOnce(run("criteo"));
    assertThat(there().stream().filter(SftpKillTest::isWhole)).hasSizeGreaterThan(1);
    assertThat(run("criteo").at("/rows/accepted").longValue()).isZero();
  }
}
