package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.destination.Code;
import dev.footfall.core.run.FateListener;
import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lines of what was left behind: whole or absent, their owner's alone, no formulas. */
class RejectsFileTest {
  @TempDir Path folder;

  private static FateListener.Line line(String order) {
    return new FateListener.Line(7, order, Code.BAD_EMAIL, "email", "not an \"address\"", "sent");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void only_its_owner_may_read_it_even_where_a_draft_of_others_lies() throws IOException {
    Path file = folder.resolve("rejects.ndjson");
    Files.writeString(folder.resolve("rejects.ndjson.part"), "left by a killed run");
    try (RejectsFile rejects = RejectsFile.at(file)) {
      rejects.hear(line("ORD-1"));
      rejects.finish();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).startsWith("{\"row\":7,\"order_id\":\"ORD-1\"");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void a_disk_that_takes_no_more_keeps_neither_file_nor_draft() throws IOException {
    Path file = folder.resolve("rejects.ndjson");
    PrivateOutput output = PrivateOutput.at(file);
    try (Writer draft = output.open();
        RejectsFile rejects =
            new RejectsFile(output, new BufferedWriter(new FullWriter(draft), 16), false)) {
      rejects.hear(line("ORD-1"));
      assertThatThrownBy(rejects::finish).hasMessage("No space left on device");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void a_disk_that_takes_no_more_at_the_last_moment_keeps_neither() throws IOException {
    PrivateOutput output = PrivateOutput.at(folder.resolve("rejects.ndjson"));
    try (Writer draft = output.open();
        RejectsFile rejects =
            new RejectsFile(output, new BufferedWriter(new FullWriter(draft)), false)) {
      rejects.hear(line("ORD-1"));
      assertThatThrownBy(rejects::finish).hasMessage("No space left on device");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void what_a_spreadsheet_would_take_for_a_formula_is_text() throws IOException {
    Path file = folder.resolve("rejects.csv");
    List<String> orders = List.of("=1+1", "+1", "-1", "\tx", "\rx", "\uFF1D1", "ORD=1", "a,\"b\"");
    try (RejectsFile rejects = RejectsFile.at(file)) {
      orders.forEach(order -> rejects.hear(line(order)));
      rejects.finish();
    }
    String text = Files.readString(file);
    assertThat(text)
        .startsWith("\"row\",\"order_id\",\"code\",\"column\",\"fate\",\"message\"\r\n")
        .contains("\"7\",\"'=1+1\",\"BAD_EMAIL\",\"email\",\"sent\",\"not an \"\"address\"\"\"\r\n")
        .contains("\"'+1\"", "\"'-1\"", "\"'\tx\"", "\"'\rx\"", "\"'\uFF1D1\"")
        .contains("\"ORD=1\"", "\"a,\"\"b\"\"\"");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_device_is_written_to_and_never_replaced() throws IOException {
    Path device = Path.of("/dev/null");
    try (RejectsFile rejects = RejectsFile.at(device)) {
      rejects.hear(line("ORD-1"));
      rejects.finish();
    }
    PrivateOutput.write(device, "{}");
    assertThat(Files.isRegularFile(device)).isFalse();
    assertThat(device).exists();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_report_is_its_owners_alone() throws IOException {
    Path file = folder.resolve("report.json");
    Files.writeString(file, "of yesterday");
    PrivateOutput.write(file, "{}\n");
    assertThat(file).hasContent("{}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  /** A disk without room. */
  private static final class FullWriter extends FilterWriter {
    FullWriter(Writer real) {
      super(real);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
