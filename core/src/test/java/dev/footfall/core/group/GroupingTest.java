package dev.footfall.core.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.SourceFault;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rows come together. A row's text is its key; a row that is {@code -} stands alone. */
class GroupingTest {
  private static final EventMapper BY_TEXT =
      new EventMapper() {
        @Override
        public Membership group(RowBatch batch, int row, ByteBuilder key) {
          Text text = new Text();
          batch.column(0).text(row, text);
          key.add(text);
          return text.decode().equals("-") ? Membership.ALONE : Membership.GROUPED;
        }

        @Override
        public boolean identify(RowGroup group, ByteBuilder material) {
          return false;
        }

        @Override
        public void map(RowGroup group, MappingSink sink) {}
      };

  private Path folder = Path.of("");

  @BeforeEach
  void open() throws IOException {
    folder = Files.createTempDirectory("grouping");
  }

  @AfterEach
  void nothing_is_left_on_disk() throws IOException {
    assertThat(files()).isEmpty();
    Files.deleteIfExists(folder.resolve("tmp"));
    Files.delete(folder);
  }

  @Test
  void rows_of_one_key_find_each_other_anywhere() throws Exception {
    assertThat(groups(1 << 20, "A", "B", "A", "C", "B"))
        .containsExactly(List.of(1L, 3L), List.of(2L, 5L), List.of(4L));
  }

  @Test
  void rows_that_are_events_of_their_own_do_not_wait() throws Exception {
    List<List<Long>> groups = new ArrayList<>();
    try (Grouping grouping = grouping(new Room(1 << 20, folder, true), groups)) {
      grouping.add(batch(0, "A", "-", "-"));

      assertThat(groups).containsExactly(List.of(2L), List.of(3L));
      assertThat(grouping.left()).isEqualTo(1);
    }
  }

  @Test
  void nothing_touches_the_disk_while_rows_fit_in_memory() throws Exception {
    try (Grouping grouping = grouping(room(1 << 20), new ArrayList<>())) {
      grouping.add(batch(0, "A", "B", "A"));

      assertThat(files()).isEmpty();
    }
  }

  @Property(tries = 60)
  void groups_are_those_of_a_map_whatever_the_room(
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 40) Integer> draws,
      @ForAll @IntRange(min = 1, max = 4000) int memory,
      @ForAll boolean encrypted)
      throws Exception {
    folder = Files.createTempDirectory("grouping");
    String[] keys =
        draws.stream().map(d -> d == 0 ? "-" : "key".repeat(d % 7) + d).toArray(String[]::new);
    List<List<Long>> groups = groups(new Room(memory, folder.resolve("tmp"), encrypted), keys);

    assertThat(groups).containsExactlyInAnyOrderElementsOf(naive(keys));
    nothing_is_left_on_disk();
  }

  @Test
  void parts_that_do_not_fit_are_parted_again() throws Exception {
    String[] keys =
        IntStream.range(0, 60_000).mapToObj(i -> "order " + i % 20_011).toArray(String[]::new);

    assertThat(groups(2_000, keys)).containsExactlyInAnyOrderElementsOf(naive(keys));
  }

  @Test
  void an_order_of_100_000_rows_comes_whole() throws Exception {
    String[] keys = new String[100_003];
    Arrays.fill(keys, "one large order");
    keys[7] = "another";
    keys[50_000] = "another";

    assertThat(groups(50_000, keys)).containsExactlyInAnyOrderElementsOf(naive(keys));
  }

  @Test
  void the_same_rows_come_in_the_same_order_each_time() throws Exception {
    String[] keys =
        IntStream.range(0, 5_000).mapToObj(i -> "k" + i * 7919 % 997).toArray(String[]::new);

    assertThat(groups(9_000, keys)).isEqualTo(groups(9_000, keys));
  }

  @Test
  void rows_on_disk_cannot_be_read_unless_plain_files_are_asked_for() throws Exception {
    assertThat(spilled(true)).isNotEmpty().doesNotContain("canary");
    assertThat(spilled(false)).contains("canary");
  }

  private String spilled(boolean encrypted) throws Exception {
    StringBuilder all = new StringBuilder();
    Room room = new Room(10_000, folder.resolve("tmp"), encrypted);
    try (Grouping grouping = grouping(room, new ArrayList<>())) {
      for (int i = 0; i < 100; i++) {
        grouping.add(batch(i, repeated("canary@example.com" + i, 10)));
      }
      for (Path file : files()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void a_file_that_was_changed_is_noticed() throws Exception {
    try (Grouping grouping = grouping(room(10_000), new ArrayList<>())) {
      for (int i = 0; i < 100; i++) {
        grouping.add(batch(i, repeated("k" + i, 10)));
      }
      for (Path file : files()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0) {
          bytes[bytes.length / 2] ^= 1;
          Files.write(file, bytes);
        }
      }
      assertThatThrownBy(grouping::finish)
          .isInstanceOf(SourceFault.class)
          .hasMessageContaining("cannot be read back");
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_named() throws Exception {
    Path file = Files.createFile(folder.resolve("no-folder"));
    try (Grouping grouping = grouping(new Room(10, file, true), new ArrayList<>())) {
      assertThatThrownBy(() -> grouping.add(batch(0, "a key longer than the room")))
          .isInstanceOf(SourceFault.class)
          .hasMessageContaining("no-folder");
    }
    Files.delete(file);
  }

  @Test
  void what_a_killed_run_left_goes_when_the_next_one_spills() throws Exception {
    Path dead = Files.createDirectories(folder.resolve("tmp/session-dead"));
    Files.writeString(dead.resolve("rows-1"), "spilled");

    assertThat(groups(10, "A", "B", "A")).hasSize(2);
    assertThat(dead).doesNotExist();
  }

  @Test
  void no_group_comes_after_the_last_that_is_wanted() throws Exception {
    for (int memory : List.of(1 << 20, 100)) {
      List<List<Long>> groups = new ArrayList<>();
      try (Grouping grouping =
          new Grouping(
              BY_TEXT,
              room(memory),
              group -> {
                groups.add(numbers(group));
                return groups.size() < 2;
              })) {
        grouping.add(batch(0, "A", "B", "C", "A", "D", "E", "F", "G"));
        grouping.finish();

        assertThat(groups).hasSize(2);
        assertThat(grouping.left()).isEqualTo(8 - groups.stream().mapToInt(List::size).sum());
      }
    }
  }

  private List<List<Long>> groups(int memory, String... keys) throws Exception {
    return groups(room(memory), keys);
  }

  /** The groups of rows that come seven to a batch. */
  private static List<List<Long>> groups(Room room, String... keys) throws Exception {
    List<List<Long>> groups = new ArrayList<>();
    try (Grouping grouping = grouping(room, groups)) {
      for (int from = 0; from < keys.length; from += 7) {
        grouping.add(batch(from, Arrays.copyOfRange(keys, from, Math.min(keys.length, from + 7))));
      }
      grouping.finish();
      assertThat(grouping.left()).isZero();
    }
    return groups;
  }

  private static Collection<List<Long>> naive(String... keys) {
    Map<String, List<Long>> groups = new LinkedHashMap<>();
    for (int i = 0; i < keys.length; i++) {
      String name = keys[i].equals("-") ? "-" + i : keys[i];
      groups.computeIfAbsent(name, n -> new ArrayList<>()).add(i + 1L);
    }
    return groups.values();
  }

  private static Grouping grouping(Room room, List<List<Long>> groups) {
    return new Grouping(BY_TEXT, room, group -> groups.add(numbers(group)));
  }

  private Room room(int memory) {
    return new Room(memory, folder.resolve("tmp"), true);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }

  private static String[] repeated(String key, int times) {
    String[] keys = new String[times];
    Arrays.fill(keys, key);
    return keys;
  }

  private static List<Long> numbers(RowGroup group) {
    return LongStream.range(0, group.size()).map(i -> group.rowNumber((int) i)).boxed().toList();
  }

  private static RowBatch batch(int before, String... keys) {
    int[] offsets = new int[keys.length + 1];
    for (int i = 0; i < keys.length; i++) {
      offsets[i + 1] = offsets[i] + keys[i].length();
    }
    TextColumn column =
        new TextColumn(CellKind.TEXT, Text.utf8(String.join("", keys)), offsets, new boolean[0]);
    return new RowBatch(
        List.of(column), LongStream.rangeClosed(before + 1, before + keys.length).toArray());
  }
}
