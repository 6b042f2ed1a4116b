package dev.footfall.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.delivery.Claims;
import dev.footfall.core.delivery.FileJournal;
import dev.footfall.core.delivery.FilePost;
import dev.footfall.core.delivery.FolderShelf;
import dev.footfall.core.delivery.Post;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.delivery.Workshop;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.group.Room;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.MemoryLedger;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  private final Ledger memory = new MemoryLedger();
  private final List<FateListener.Line> lines = new ArrayList<>();
  private boolean resending;
  @TempDir private Path folder = Path.of("");

  private RunResult run(int number, String... rows) throws Exception {
    return run(number, List.of(rows), post -> post);
  }

  private RunResult run(
      int number, List<String> rows, java.util.function.UnaryOperator<Post> around)
      throws Exception {
    PlainRoute route = new PlainRoute(false, resending);
    try (LedgerRun ledger = memory.begin("scope", number)) {
      RunScope scope =
          new RunScope(
              route,
              PlainRoute.binding(),
              ledger,
              KeyDigest.unkeyed(),
              number,
              new Books(),
              lines::add);
      Run run =
          new Run(
              scope,
              "mapping",
              (entry, event, same) -> UnknownPolicy.Decision.LEAVE,
              new StopSignal(),
              read -> {});
      return run.execute(
          rows(rows),
          Room.below(folder.resolve("tmp")),
          recorder ->
              around.apply(
                  new FilePost(
                      (FileDelivery) route.delivery(),
                      new Workshop(
                          folder.resolve("tmp"), new FolderShelf(folder.resolve("run" + number))),
                      new Claims(ledger, Time.system()),
                      recorder,
                      FileJournal.NONE)));
    }
  }

  /** Rows written as {@code order=amount}, three to a batch. */
  private static Rows rows(List<String> rows) {
    Deque<RowBatch> batches = new ArrayDeque<>();
    for (int from = 0; from < rows.size(); from += 3) {
      List<String> part = rows.subList(from, Math.min(rows.size(), from + 3));
      long[] numbers = new long[part.size()];
      Arrays.setAll(numbers, i -> i + 1L);
      batches.add(
          new RowBatch(
              List.of(
                  column(part.stream().map(r -> r.substring(0, r.indexOf('='))).toList()),
                  column(part.stream().map(r -> r.substring(r.indexOf('=') + 1)).toList())),
              numbers));
    }
    return new Rows() {
      @Override
      public List<ColumnHeader> header() {
        return PlainRoute.HEADER;
      }

      @Override
      public Optional<RowBatch> next() {
        return Optional.ofNullable(batches.poll());
      }

      @Override
      public void close() {}
    };
  }

  private static Column column(List<String> cells) {
    int[] offsets = new int[cells.size() + 1];
    boolean[] nulls = new boolean[cells.size()];
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      all.append(cells.get(i));
      offsets[i + 1] = all.length();
      nulls[i] = cells.get(i).isEmpty();
    }
    return new TextColumn(CellKind.TEXT, Text.utf8(all.toString()), offsets, nulls);
  }

  private String written(int number) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("run" + number))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        all.append(file.getFileName()).append('|').append(Files.readString(file));
      }
      return all.toString();
    }
  }

  @Test
  void rows_of_an_order_become_one_event_across_batches() throws Exception {
    RunResult result = run(1, "a=1", "a=2", "b=3", "b=4", "c=5");

    assertThat(written(1)).isEqualTo("p-1.csv|header\na1;2;\nb3;4;\nc5;\n");
    assertThat(result.sums().events().of(RowFate.ACCEPTED)).isEqualTo(3);
    assertThat(result.sums().rows().of(RowFate.ACCEPTED)).isEqualTo(5);
    assertThat(result.sums().balance()).isTrue();
  }

  @Test
  void files_are_split_and_none_is_left_half_written() throws Exception {
    run(1, "a=1", "b=2", "c=3", "d=4");

    assertThat(written(1)).isEqualTo("p-1.csv|header\na1;\nb2;\nc3;\np-2.csv|header\nd4;\n");
  }

  @Test
  void a_second_run_sends_nothing_and_rejects_the_same_rows() throws Exception {
    RunResult first = run(1, "a=1", "a=bad", "b=3", "=7");
    RunResult second = run(2, "a=1", "a=bad", "b=3", "=7");

    assertThat(first.sums().rows().of(RowFate.ACCEPTED)).isEqualTo(3);
    assertThat(second.sums().rows().of(RowFate.ALREADY_DELIVERED)).isEqualTo(3);
    assertThat(second.sums().rows().rejected()).isEqualTo(first.sums().rows().rejected());
    assertThat(second.sums().requests().sent()).isZero();
    assertThat(second.sums().balance()).isTrue();
  }

  @Test
  void a_changed_order_is_named_but_not_sent_again() throws Exception {
    run(1, "a=1", "b=2");
    RunResult second = run(2, "a=1", "b=9");

    assertThat(second.sums().warnings()).containsEntry("CHANGED_AFTER_DELIVERY", 1L);
    assertThat(second.sums().rows().of(RowFate.ALREADY_DELIVERED)).isEqualTo(2);
  }

  @Test
  void changed_values_are_sent_again_where_they_replace_the_old_ones() throws Exception {
    resending = true;
    run(1, "a=1", "b=2");
    RunResult second = run(2, "a=1", "b=9");

    assertThat(written(2)).isEqualTo("p-1.csv|header\nb9;\n");
    assertThat(second.sums().rows().of(RowFate.ALREADY_DELIVERED)).isEqualTo(1);
    assertThat(second.sums().rows().of(RowFate.ACCEPTED)).isEqualTo(1);
    assertThat(second.sums().warnings()).isEmpty();
  }

  @Test
  void a_row_for_which_another_stands_is_a_duplicate_without_a_line() throws Exception {
    RunResult result = run(1, "a=old", "a=2");

    assertThat(written(1)).isEqualTo("p-1.csv|header\na2;\n");
    assertThat(result.sums().rows().of(RowFate.DUPLICATE)).isEqualTo(1);
    assertThat(result.sums().balance()).isTrue();
    assertThat(lines).isEmpty();
  }

  @Test
  void the_same_event_twice_in_one_run_is_a_duplicate() throws Exception {
    RunResult result = run(1, "=7", "=7", "=8");

    assertThat(result.sums().rows().of(RowFate.ACCEPTED)).isEqualTo(2);
    assertThat(result.sums().rows().of(RowFate.DUPLICATE)).isEqualTo(1);
    assertThat(lines).extracting(FateListener.Line::code).containsExactly(Code.DUPLICATE_EVENT);
  }

  @Test
  void what_a_stopped_run_did_not_send_goes_out_with_the_next() throws Exception {
    RunResult stopped =
        run(
            1,
            List.of("a=1", "b=2"),
            post -> {
              post.stop(new Reading.Stop(Code.TERMS_NOT_ACCEPTED, "terms"));
              return post;
            });
    RunResult next = run(2, "a=1", "b=2");

    assertThat(stopped.sums().rows().of(RowFate.NOT_SENT)).isEqualTo(2);
    assertThat(stopped.sums().balance()).isTrue();
    assertThat(next.sums().rows().of(RowFate.ACCEPTED)).isEqualTo(2);
  }

  @Test
  void rejections_name_row_order_code_and_column_but_no_value() throws Exception {
    run(1, "a=bad");

    assertThat(lines)
        .containsExactly(
            new FateListener.Line(
                1, "a", Code.BAD_VALUE, "amount", Code.BAD_VALUE.meaning(), "rejected"));
  }

  @Property(tries = 60)
  void the_books_balance_whatever_the_rows(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> draws) throws Exception {
    folder = Files.createTempDirectory("run");
    List<String> rows = new ArrayList<>();
    int order = 0;
    for (int draw : draws) {
      order += draw % 3;
      rows.add((draw == 9 ? "" : "o" + order) + "=" + (draw == 4 ? "bad" : draw));
    }
    RunResult first = run(1, rows, post -> post);
    RunResult second = run(2, rows, post -> post);

    assertThat(first.sums().balance()).isTrue();
    assertThat(second.sums().balance()).isTrue();
    assertThat(first.sums().rows().read()).isEqualTo(rows.size());
    assertThat(second.sums().rows().of(RowFate.ACCEPTED)).isZero();
    assertThat(second.sums().rows().rejected()).isEqualTo(first.sums().rows().rejected());
  }
}
